/// How things may be called, so that names fit into addresses, tables and expressions.
enum Names {
    /// Lower-case letters, digits and hyphens between them, a letter first, at most 60.
    static func isKebab(_ name: String) -> Bool {
        let parts = name.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return name.utf8.count <= 60 && name.utf8.first.map(isLower) == true
            && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { isLower($0) || isDigit($0) } }
    }

    /// XLSForm's names without the full stop, which parts the keys of texts: a letter or `_`, then also
    /// digits and `-`.
    static func isXLSForm(_ name: String) -> Bool {
        name.utf8.count <= 60 && name.utf8.first.map { isAlphabetic($0) || $0 == underscore } == true
            && name.utf8.allSatisfy { isAlphabetic($0) || isDigit($0) || $0 == underscore || $0 == hyphen }
    }

    /// A choice may begin with a digit; it has no space, because select_multiple keeps several with spaces.
    static func isChoice(_ name: String) -> Bool {
        (1...60).contains(name.utf8.count)
            && name.utf8.allSatisfy { isAlphabetic($0) || isDigit($0) || $0 == underscore || $0 == hyphen }
    }

    private static let underscore = UInt8(ascii: "_")
    private static let hyphen = UInt8(ascii: "-")

    private static func isLower(_ byte: UInt8) -> Bool { (97...122).contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
    private static func isAlphabetic(_ byte: UInt8) -> Bool { isLower(byte) || (65...90).contains(byte) }
}
