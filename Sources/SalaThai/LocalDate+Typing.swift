extension LocalDate {
    /// Reads a date as people type it, day first: `31/7/2564`, `31-7-64`, `31 ก.ค. 2564`, `๓๑ กรกฎาคม พ.ศ.
    /// ๒๕๖๔`, `31 July 2021`, `2021-07-31`; years from 2400 are Buddhist, and a two-digit year is a
    /// Buddhist one from 2500 on.
    public init?(typed text: String) {
        guard let named = LocalDate.named(typed: text) else { return nil }
        self.init(year: named.year, month: named.month, day: named.day)
    }

    /// Whether the text is a date as people type it, but of a day that does not exist, such as `31/2/2564`.
    public static func isMissingDay(typed text: String) -> Bool {
        guard let named = named(typed: text) else { return false }
        return LocalDate(year: named.year, month: named.month, day: named.day) == nil
    }

    /// The three numbers that the text names, whether there is such a day or not.
    private static func named(typed text: String) -> (year: Int, month: Int, day: Int)? {
        let typed = Digits.ascii(text).trimmed
        guard typed.utf8.count <= 100 else { return nil }
        let parts = LocalDate.numericParts(typed) ?? LocalDate.wordParts(typed)
        guard let parts, let year = LocalDate.year(typed: parts.year, buddhist: parts.buddhist),
            let day = Digits.number(parts.day, widths: 1...2)
        else { return nil }
        return (year, parts.month, day)
    }

    private struct TypedParts {
        var day: String
        var month: Int
        var year: String
        var buddhist: Bool?
    }

    private static func numericParts(_ text: String) -> TypedParts? {
        guard let separator = text.first(where: { "/-.".contains($0) }) else { return nil }
        let parts = text.split(separator: separator, omittingEmptySubsequences: false)
            .map { String($0).trimmed }
        guard parts.count == 3, let month = Digits.number(parts[1], widths: 1...2) else { return nil }
        if parts[0].utf8.count == 4 { return TypedParts(day: parts[2], month: month, year: parts[0]) }
        return TypedParts(day: parts[0], month: month, year: parts[2])
    }

    private static func wordParts(_ text: String) -> TypedParts? {
        var words = tokens(text)
        if words.first == "วันที่" { words.removeFirst() }
        var buddhist: Bool?
        if let index = words.firstIndex(where: { eras[$0.lowercased()] != nil }) {
            buddhist = eras[words.remove(at: index).lowercased()]
        }
        guard words.count == 3 else { return nil }
        if let month = MonthNames.month(typed: words[1]) {
            return TypedParts(day: words[0], month: month, year: words[2], buddhist: buddhist)
        }
        if let month = MonthNames.month(typed: words[0]) {
            return TypedParts(day: words[1], month: month, year: words[2], buddhist: buddhist)
        }
        return nil
    }

    private static let eras = [
        "พ.ศ.": true, "พศ.": true, "พศ": true, "b.e.": true, "be": true,
        "ค.ศ.": false, "คศ.": false, "คศ": false, "a.d.": false, "ad": false, "c.e.": false, "ce": false,
    ]

    /// Runs of digits and runs of anything else, parted by spaces and commas.
    private static func tokens(_ text: String) -> [String] {
        var tokens: [String] = []
        for chunk in text.split(whereSeparator: { $0.isWhitespace || $0 == "," }) {
            var token = ""
            for scalar in chunk.unicodeScalars {
                if let last = token.unicodeScalars.last, isDigit(last) != isDigit(scalar) {
                    tokens.append(token)
                    token = ""
                }
                token.unicodeScalars.append(scalar)
            }
            tokens.append(token)
        }
        return tokens
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar)
    }

    private static func year(typed text: String, buddhist: Bool?) -> Int? {
        if buddhist != false, let short = Digits.number(text, widths: 2...2) { return short + 2500 - 543 }
        guard let year = Digits.number(text, widths: 4...4), year >= 1000 else { return nil }
        return buddhist ?? (year >= 2400) ? year - 543 : year
    }
}
