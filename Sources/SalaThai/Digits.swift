/// Numbers as people type and read them: Thai digits, separators, canonical text.
public enum Digits {
    /// The text with ๐ to ๙ as 0 to 9.
    public static func ascii(_ text: String) -> String {
        mapping(text, from: 0x0E50...0x0E59, to: 0x30)
    }

    /// The text with 0 to 9 as ๐ to ๙.
    public static func thai(_ text: String) -> String {
        mapping(text, from: 0x30...0x39, to: 0x0E50)
    }

    /// The number with commas between thousands, as in `12,345`.
    public static func grouped(_ number: Int) -> String {
        grouped(String(number))
    }

    /// A canonical number (`12345.5`) with commas between the thousands of its whole part (`12,345.5`).
    public static func grouped(_ canonical: String) -> String {
        let whole = canonical.prefix { $0 != "." }
        let digits = whole.drop { $0 == "-" }
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { grouped += "," }
            grouped.append(digit)
        }
        return (whole.hasPrefix("-") ? "-" : "") + grouped + canonical.dropFirst(whole.count)
    }

    /// The canonical text of a typed whole number (`๑,๒๐๐` and `1 200` are `1200`), or nil.
    public static func integer(typed text: String) -> String? {
        guard let parts = TypedNumber(text), parts.fraction == nil else { return nil }
        return parts.canonical
    }

    /// The canonical text of a typed decimal (`12.50` is `12.5`, `.5` is `0.5`), or nil.
    public static func decimal(typed text: String) -> String? {
        TypedNumber(text)?.canonical
    }

    /// The number with zeros before it, as in `0042`.
    public static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }

    /// The number that ASCII digits alone spell, when there are as many as allowed.
    static func number(_ text: String, widths: ClosedRange<Int>) -> Int? {
        guard widths.contains(text.utf8.count), areAllDigits(text) else { return nil }
        return Int(text)
    }

    static func areAllDigits(_ text: some StringProtocol) -> Bool {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    private static func mapping(_ text: String, from range: ClosedRange<UInt32>, to zero: UInt32) -> String {
        guard text.unicodeScalars.contains(where: { range.contains($0.value) }) else { return text }
        var mapped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            guard range.contains(scalar.value) else {
                mapped.append(scalar)
                continue
            }
            mapped.append(Unicode.Scalar(scalar.value - range.lowerBound + zero) ?? scalar)
        }
        return String(mapped)
    }
}

extension String {
    /// The text without white space at its ends.
    var trimmed: String {
        var trimmed = self[...]
        while trimmed.first?.isWhitespace == true { trimmed.removeFirst() }
        while trimmed.last?.isWhitespace == true { trimmed.removeLast() }
        return String(trimmed)
    }
}
