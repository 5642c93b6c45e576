extension Expression {
    /// Cuts the text of an expression into tokens.
    struct Lexer {
        private let scalars: Scalars
        private var position = 0
        private var tokens: [Token] = []

        /// What one Excel cell holds; nothing longer is meant.
        static let longest = 32_767

        static func tokens(of source: String) throws(ExpressionFault) -> [Token] {
            var lexer = Lexer(scalars: source.scalars)
            guard lexer.scalars.count <= longest else {
                throw ExpressionFault(
                    offset: longest,
                    sentence: "The expression is longer than \(longest) characters; split it")
            }
            while try lexer.advance() {}
            return lexer.tokens
        }

        private init(scalars: Scalars) {
            self.scalars = scalars
        }

        /// Adds one token; false at the end.
        private mutating func advance() throws(ExpressionFault) -> Bool {
            while let scalar = peek(), scalar.isXMLSpace { position += 1 }
            guard let scalar = peek() else {
                tokens.append(Token(kind: .end, offset: position))
                return false
            }
            let start = position
            let kind: Token.Kind
            if scalar.isASCIIDigit || (scalar == "." && peek(1)?.isASCIIDigit == true) {
                kind = number()
            } else if let quotes = Self.quotes[scalar] {
                kind = try text(until: quotes)
            } else if scalar == "$" {
                kind = try answer()
            } else if scalar.startsName {
                kind = word()
            } else {
                kind = try sign(scalar)
            }
            tokens.append(Token(kind: kind, offset: start))
            return true
        }
    }
}

extension Expression.Lexer {
    private func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
        position + ahead < scalars.count ? scalars[position + ahead] : nil
    }

    private mutating func take(while belongs: (Unicode.Scalar) -> Bool) -> String {
        let start = position
        while let scalar = peek(), belongs(scalar) { position += 1 }
        return String(scalars[start..<position])
    }

    private mutating func number() -> Expression.Token.Kind {
        var digits = take(while: \.isASCIIDigit)
        if peek() == "." {
            position += 1
            digits += "." + take(while: \.isASCIIDigit)
        }
        return .number(Expression.Value.string(digits).number)
    }

    /// What ends a text that began so. Word processors write curly quotes, and XLSForm's tools take them.
    private static let quotes: [Unicode.Scalar: Set<Unicode.Scalar>] = [
        "'": ["'"], "\"": ["\""],
        "\u{2018}": ["\u{2019}", "\u{2018}", "'"], "\u{2019}": ["\u{2019}", "\u{2018}", "'"],
        "\u{201C}": ["\u{201D}", "\u{201C}", "\""], "\u{201D}": ["\u{201D}", "\u{201C}", "\""],
    ]

    private mutating func text(
        until quotes: Set<Unicode.Scalar>
    ) throws(ExpressionFault) -> Expression.Token.Kind {
        let start = position
        position += 1
        let text = take { !quotes.contains($0) }
        guard peek() != nil else {
            throw ExpressionFault(
                offset: start, sentence: "The text that begins here has no end; close it with a quote")
        }
        position += 1
        return .text(text)
    }

    private mutating func answer() throws(ExpressionFault) -> Expression.Token.Kind {
        let start = position
        position += 1
        guard peek() == "{" else { throw malformedAnswer(at: start) }
        position += 1
        let name = take { $0 != "}" }
        guard peek() == "}", name.isFormName else { throw malformedAnswer(at: start) }
        position += 1
        return .answer(name)
    }

    private func malformedAnswer(at start: Int) -> ExpressionFault {
        ExpressionFault(
            offset: start, sentence: "An answer is written ${name}, with the question's name and no spaces")
    }

    private mutating func word() -> Expression.Token.Kind {
        var name = take(while: \.continuesName)
        // A prefix as in `jr:choice-name` belongs to the function's name.
        if peek() == ":", let next = peek(1), next.startsName {
            position += 1
            name += ":" + take(while: \.continuesName)
        }
        if tokens.last?.endsValue == true, let operation = Expression.Operator(rawValue: name) {
            return .operation(operation)
        }
        return .name(name)
    }

    private mutating func sign(_ scalar: Unicode.Scalar) throws(ExpressionFault) -> Expression.Token.Kind {
        let pair = String(scalars[position..<min(position + 2, scalars.count)])
        if pair.utf8.count == 2, let operation = Expression.Operator(rawValue: pair) {
            position += 2
            return .operation(operation)
        }
        if let advice = Self.advice[pair] ?? Self.advice[String(scalar)] {
            throw ExpressionFault(offset: position, sentence: advice)
        }
        position += 1
        switch scalar {
        case "(": return .open
        case ")": return .close
        case ",": return .comma
        case ".": return .own
        default:
            if let operation = Expression.Operator(rawValue: String(scalar)) { return .operation(operation) }
            let code = String(scalar.value, radix: 16, uppercase: true)
            throw ExpressionFault(
                offset: position - 1, sentence: "`\(scalar)` (U+\(code)) has no meaning here; remove it")
        }
    }

    /// What people write instead of the language's signs.
    private static let advice: [String: Sentence] = {
        let paths: Sentence = "Paths are not understood; write ${name} for an answer"
        let signs: [String: Sentence] = [
            "==": "`=`", "<>": "`!=`", "=<": "`<=`", "=>": "`>=`", "&&": "`and`", "||": "`or`",
            "&": "`and`, or concat(...) to join texts", "|": "`or`", "!": "`not(...)`, or `!=` for unequal",
            "≥": "`>=`", "≤": "`<=`", "≠": "`!=`", "×": "`*`", "÷": "`div`",
            "%": "`mod` for a remainder, or `div 100` for per cent",
        ]
        let others: [String: Sentence] = [
            "\u{A0}": "A non-breaking space stands here; write an ordinary space",
            "..": paths, "./": paths,
            "/": "`/` does not divide; write `div`. Paths are not understood either",
            "[": paths, "@": paths, "{": "An answer is written ${name}; the `$` is missing",
        ]
        return Dictionary(
            uniqueKeysWithValues: signs.map { ($0, "`\($0)` is not an operator; write \($1)") }
        ).merging(others) { _, other in other }
    }()
}
