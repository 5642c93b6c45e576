import Foundation

extension Expression.Function {
    /// Texts.
    static let spelling: [Expression.Function] = [
        .init("string", 1...1) { .string($0.string(0)) },
        .init("string-length", 0...1) { .number(Double($0.stringOrOwn(0).unicodeScalars.count)) },
        .init("normalize-space", 0...1) { arguments in
            let words = arguments.stringOrOwn(0).scalars.split { $0.isXMLSpace }
            return .string(words.map { String($0) }.joined(separator: " "))
        },
        .init("concat", 1...endless) { arguments in
            .string(arguments.trees.indices.map { arguments.string($0) }.joined())
        },
        .init("join", 2...endless) { arguments in
            .string(arguments.nodes(from: 1).map(\.string).joined(separator: arguments.string(0)))
        },
        .init("contains", 2...2) { .boolean($0.scalars(0).firstIndex(of: $0.scalars(1)) != nil) },
        .init("starts-with", 2...2) { .boolean($0.scalars(0).starts(with: $0.scalars(1))) },
        .init("ends-with", 2...2) { .boolean($0.scalars(0).hasSuffix($0.scalars(1))) },
        .init("substring-before", 2...2) { arguments in
            let text = arguments.scalars(0)
            return .string(String(text.prefix(text.firstIndex(of: arguments.scalars(1)) ?? 0)))
        },
        .init("substring-after", 2...2) { arguments in
            let (text, mark) = (arguments.scalars(0), arguments.scalars(1))
            guard let index = text.firstIndex(of: mark) else { return .string("") }
            return .string(String(text[(index + mark.count)...]))
        },
        .init("substr", 2...3) { arguments in
            let text = arguments.scalars(0)
            let end = arguments.count == 3 ? index(arguments.number(2), in: text) : text.count
            let start = index(arguments.number(1), in: text)
            return .string(start < end ? String(text[start..<end]) : "")
        },
        .init("translate", 3...3) {
            .string(translated($0.scalars(0), from: $0.scalars(1), to: $0.scalars(2)))
        },
        .init("regex", 2...2, check: complaintAboutPattern) { arguments in
            let text = arguments.string(0)
            let range = NSRange(location: 0, length: text.utf16.count)
            let pattern = try? Self.pattern(arguments.string(1))
            return .boolean(pattern?.firstMatch(in: text, range: range) != nil)
        },
    ]

    /// A negative index counts from the end, as in JavaRosa and in JavaScript's slice.
    private static func index(_ number: Double, in text: Scalars) -> Int {
        guard !number.isNaN else { return 0 }
        let count = Double(text.count)
        let index = number < 0 ? count + number.rounded(.towardZero) : number.rounded(.towardZero)
        return Int(Swift.min(Swift.max(index, 0), count))
    }

    private static func translated(_ text: Scalars, from: Scalars, to: Scalars) -> String {
        String(
            text.compactMap { scalar in
                guard let index = from.firstIndex(where: { $0 == scalar }) else { return scalar }
                return index < to.count ? to[index] : nil
            })
    }

    /// ODK's regex matches the whole text, and its `\d` is 0 to 9, whereas ICU's includes Thai digits.
    private static func pattern(_ expression: String) throws -> NSRegularExpression {
        var pattern = ""
        var isEscaped = false
        for scalar in expression.unicodeScalars {
            switch (isEscaped, scalar) {
            case (false, "\\"): isEscaped = true
            case (true, "d"): (pattern, isEscaped) = (pattern + "[0-9]", false)
            case (true, "D"): (pattern, isEscaped) = (pattern + "[^0-9]", false)
            default:
                pattern += isEscaped ? "\\" : ""
                pattern.unicodeScalars.append(scalar)
                isEscaped = false
            }
        }
        return try NSRegularExpression(pattern: "\\A(?:" + pattern + (isEscaped ? "\\" : "") + ")\\z")
    }

    @Sendable private static func complaintAboutPattern(_ arguments: [Expression.Tree]) -> Sentence? {
        guard case .literal(let value) = arguments[1] else { return nil }
        guard (try? pattern(value.string)) == nil else { return nil }
        return
            "'\(value.string)' is not a regular expression; look for a bracket or brace that is not closed"
    }
}
