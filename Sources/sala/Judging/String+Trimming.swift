import Foundation

extension String {
    /// Without spaces and tabs at either end.
    var trimmed: String {
        func isBlank(_ byte: UInt8?) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        return isBlank(utf8.first) || isBlank(utf8.last) ? trimmingCharacters(in: .whitespaces) : self
    }

    /// A name as it was before a spreadsheet was kept from taking it for a formula.
    var unquoted: String {
        guard utf8.first == UInt8(ascii: "'"), let sign = utf8.dropFirst().first,
            "=+-@".utf8.contains(sign)
        else { return self }
        return String(dropFirst())
    }
}
