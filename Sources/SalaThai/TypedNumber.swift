/// The parts of a number that somebody typed, its separators checked and gone.
struct TypedNumber {
    var isNegative = false
    var whole: String
    var fraction: String?

    /// Nil unless the text is a sign or none, digits in which commas or spaces part thousands only, and a
    /// fraction or none, within 100 characters.
    init?(_ text: String) {
        var rest = Digits.ascii(text).trimmed[...]
        guard !rest.isEmpty, rest.utf8.count <= 100 else { return nil }
        if let sign = rest.first, "+-\u{2212}".contains(sign) {
            isNegative = sign != "+"
            rest.removeFirst()
        }
        let halves = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = TypedNumber.ungrouped(halves[0]) else { return nil }
        self.whole = whole
        if halves.count == 2 {
            guard !halves[1].isEmpty, Digits.areAllDigits(halves[1]) else { return nil }
            fraction = String(halves[1])
        } else if whole.isEmpty {
            return nil
        }
    }

    /// One text for each value: no leading or trailing zeros, no plus, no minus zero.
    var canonical: String {
        let digits = whole.drop { $0 == "0" }
        var decimals = (fraction ?? "")[...]
        while decimals.last == "0" { decimals.removeLast() }
        let text = (digits.isEmpty ? "0" : String(digits)) + (decimals.isEmpty ? "" : ".\(decimals)")
        return isNegative && text != "0" ? "-\(text)" : text
    }

    private static let separators: Set<Character> = [",", " ", "\u{00A0}", "\u{202F}", "\u{2009}"]

    private static func ungrouped(_ text: Substring) -> String? {
        guard let separator = text.first(where: { separators.contains($0) }) else {
            return Digits.areAllDigits(text) ? String(text) : nil
        }
        let groups = text.split(separator: separator, omittingEmptySubsequences: false)
        guard groups.allSatisfy({ Digits.areAllDigits($0) }), (1...3).contains(groups[0].utf8.count),
            groups.dropFirst().allSatisfy({ $0.utf8.count == 3 })
        else { return nil }
        return groups.joined()
    }
}
