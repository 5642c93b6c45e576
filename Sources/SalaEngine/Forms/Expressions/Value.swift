extension Expression {
    /// A value of XPath 1.0. Dates are texts in ISO 8601 that become numbers of days where a number is
    /// wanted.
    public enum Value: Equatable, Sendable {
        case string(String)
        case number(Double)
        case boolean(Bool)
        /// The choices of a select_multiple or the attachments of a file question.
        case list([String])

        init(_ answer: Answer?) {
            switch answer {
            case .text(let text): self = .string(text)
            case .list(let list): self = .list(list)
            case nil: self = .string("")
            }
        }
    }
}

extension Expression.Value {
    /// XPath's `string()`; a list is its items with a space between, as XForms stores them.
    public var string: String {
        switch self {
        case .string(let text): text
        case .number(let number): Self.text(of: number)
        case .boolean(let flag): flag ? "true" : "false"
        case .list(let list): list.joined(separator: " ")
        }
    }

    /// XPath's `number()`, with XForms' addition that a date is its days since 1970-01-01; NaN if it is
    /// neither.
    public var number: Double {
        switch self {
        case .number(let number): number
        case .boolean(let flag): flag ? 1 : 0
        case .string, .list: Self.number(of: string)
        }
    }

    /// XPath's `boolean()`: not zero, not NaN, not empty.
    public var boolean: Bool {
        switch self {
        case .boolean(let flag): flag
        case .number(let number): number != 0 && !number.isNaN
        case .string, .list: !string.isEmpty
        }
    }

    /// The items of a list, or of a text with spaces between them.
    public var items: [String] {
        if case .list(let list) = self { return list }
        return string.unicodeScalars.split { $0.isXMLSpace }.map { String($0) }
    }

    /// What `sum`, `join` and their like go through: a list's items, else the one value.
    var nodes: [Expression.Value] {
        if case .list(let list) = self { return list.map { .string($0) } }
        return [self]
    }

    private static func number(of text: String) -> Double {
        let scalars = text.scalars.trimmed
        var digits = scalars[...]
        if digits.first == "-" { digits = digits.dropFirst() }
        let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let isDecimal =
            digits.contains { $0.isASCIIDigit } && parts.allSatisfy { $0.allSatisfy { $0.isASCIIDigit } }
        // Swift reads neither ".5" nor "5." as XPath does, so zeros are set around the point.
        guard isDecimal else { return Expression.Moment(text)?.days ?? .nan }
        let sign = scalars.first == "-" ? "-" : ""
        let whole = String(parts[0])
        let fraction = parts.count > 1 ? String(parts[1]) : ""
        return Double("\(sign)0\(whole).\(fraction)0") ?? .nan
    }

    /// XPath 1.0, section 4.2: no exponent, no decimal point for a whole number, no sign for zero.
    private static func text(of number: Double) -> String {
        if number.isNaN { return "NaN" }
        if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
        if number == 0 { return "0" }
        if let whole = Int64(exactly: number) { return String(whole) }
        let shortest = number.description
        guard let exponentMark = shortest.firstIndex(of: "e") else { return shortest }
        guard let exponent = Int(shortest[shortest.index(after: exponentMark)...]) else { return shortest }
        let digits = shortest[..<exponentMark].filter { $0 != "-" && $0 != "." }
        let sign = number < 0 ? "-" : ""
        return exponent < 0
            ? sign + "0." + String(repeating: "0", count: -exponent - 1) + digits
            : sign + digits + String(repeating: "0", count: max(0, exponent + 1 - digits.count))
    }
}
