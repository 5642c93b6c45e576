/// A Thai identification number of 13 digits whose check digit is right: of a person, a taxpayer or a
/// juristic person.
public struct NationalID: Hashable, Sendable {
    /// The 13 digits alone.
    public let digits: String

    /// Reads a number as people type it, with spaces, hyphens or Thai digits; nil when a digit is missing
    /// or wrong.
    public init?(typed text: String) {
        let bare = Digits.ascii(text).filter { !$0.isWhitespace && $0 != "-" }
        guard bare.utf8.count == 13, Digits.areAllDigits(bare) else { return nil }
        let values = bare.utf8.map { Int($0) - 0x30 }
        guard NationalID.checkDigit(of: Array(values.dropLast())) == values[12] else { return nil }
        digits = bare
    }

    /// The 13th digit for the first 12: (11 - sum of digit x (13...2) mod 11) mod 10, as the Bureau of
    /// Registration Administration computes it.
    public static func checkDigit(of digits: [Int]) -> Int {
        precondition(digits.count == 12, "a check digit stands for 12 digits")
        let sum = zip(digits, stride(from: 13, through: 2, by: -1)).reduce(0) { $0 + $1.0 * $1.1 }
        return (11 - sum % 11) % 10
    }

    /// True for numbers that begin with 0: juristic persons, and some residents who are not Thai.
    public var beginsWithZero: Bool {
        digits.hasPrefix("0")
    }

    /// The digits as the card prints them, as in `1-1111-11111-11-9`.
    public var text: String {
        var rest = digits[...]
        let groups = [1, 4, 5, 2, 1].map { width in
            defer { rest = rest.dropFirst(width) }
            return String(rest.prefix(width))
        }
        return groups.joined(separator: "-")
    }

    /// The digits with all but the first and the last four hidden, as in `1-xxxx-xxxx1-11-9`.
    public var masked: String {
        var position = 0
        return String(
            text.map { character in
                guard character != "-" else { return character }
                position += 1
                return (2...9).contains(position) ? "x" : character
            })
    }
}
