extension Expression {
    /// Reads tokens by recursive descent, one level of operators after another.
    struct Parser {
        private let tokens: [Token]
        private var position = 0
        private var depth = 0

        /// Parentheses within parentheses: far more than anyone writes, far fewer than the stack holds.
        static let deepest = 64

        init(tokens: [Token]) {
            self.tokens = tokens
        }

        mutating func parse() throws(ExpressionFault) -> Tree {
            guard current.kind != .end else {
                throw fault("The expression is empty; leave the column out instead")
            }
            let tree = try expression()
            switch current.kind {
            case .end: return tree
            case .close: throw fault("This `)` closes nothing; remove it or open it before")
            case .name(let name) where Operator(rawValue: name.lowercased()) != nil:
                throw fault("`\(name)` is not an operator; write `\(name.lowercased())`")
            default:
                throw fault("An operator such as `and` or `=` is missing before \(current.spelling)")
            }
        }
    }
}

extension Expression.Parser {
    private var current: Expression.Token { tokens[position] }

    private func fault(_ sentence: Sentence, at offset: Int? = nil) -> ExpressionFault {
        ExpressionFault(offset: offset ?? current.offset, sentence: sentence)
    }

    /// Goes past the token, unless the next is another; the end is never passed.
    private mutating func take(_ kind: Expression.Token.Kind) -> Bool {
        guard current.kind == kind else { return false }
        position += 1
        return true
    }

    private mutating func expression() throws(ExpressionFault) -> Expression.Tree {
        depth += 1
        guard depth <= Self.deepest else {
            throw fault(
                "More than \(Self.deepest) parentheses stand within each other; use calculate questions")
        }
        let tree = try chain(level: 0)
        depth -= 1
        return tree
    }

    private mutating func chain(level: Int) throws(ExpressionFault) -> Expression.Tree {
        guard level < Expression.Operator.levels.count else { return try negation() }
        let first = try chain(level: level + 1)
        var links: [Expression.Link] = []
        while case .operation(let operation) = current.kind,
            Expression.Operator.levels[level].contains(operation)
        {
            position += 1
            links.append(.init(operation: operation, operand: try chain(level: level + 1)))
        }
        return links.isEmpty ? first : .chain(first, links)
    }

    private mutating func negation() throws(ExpressionFault) -> Expression.Tree {
        var signs = 0
        while take(.operation(.minus)) { signs += 1 }
        let tree = try operand()
        if signs == 0 { return tree }
        return signs.isMultiple(of: 2) ? .negation(.negation(tree)) : .negation(tree)
    }

    private mutating func operand() throws(ExpressionFault) -> Expression.Tree {
        let token = current
        if token.kind != .end { position += 1 }
        switch token.kind {
        case .number(let number): return .literal(.number(number))
        case .text(let text): return .literal(.string(text))
        case .answer(let name): return .answer(name)
        case .own: return .own
        case .name(let name):
            return take(.open) ? try call(name, at: token.offset) : .column(name)
        case .open:
            let tree = try expression()
            guard take(.close) else { throw fault("A `)` is missing before \(current.spelling)") }
            return tree
        case .operation, .close, .comma, .end:
            throw fault("A value is missing before \(token.spelling)", at: token.offset)
        }
    }

    private mutating func call(_ name: String, at offset: Int) throws(ExpressionFault) -> Expression.Tree {
        var arguments: [Expression.Tree] = []
        if !take(.close) {
            repeat { arguments.append(try expression()) } while take(.comma)
            guard take(.close) else {
                throw fault("A `,` or `)` of `\(name)` is missing before \(current.spelling)")
            }
        }
        guard let function = Expression.Function.all[name] else {
            let nearest = name.nearest(in: Expression.Function.all.keys)
            let advice: Sentence =
                nearest.map { "did you mean `\($0)`?" } ?? "see XLSForm's list of functions"
            throw fault("`\(name)` is not a function that Sala knows; \(advice)", at: offset)
        }
        if let complaint = function.complaint(about: arguments) { throw fault(complaint, at: offset) }
        return .call(function, arguments)
    }
}
