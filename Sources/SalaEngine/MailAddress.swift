import Foundation

/// An address that mail can be sent to: RFC 5321's `Local-part@Domain` without quoted strings or address
/// literals.
public struct MailAddress: Hashable, Sendable, CustomStringConvertible {
    /// As it was typed.
    public let description: String
    /// With an international domain in its ASCII form (RFC 5891), as mail servers know it.
    public let wire: String
    /// What follows the `@`, in its ASCII form.
    public let domain: String

    /// Nil where the text has white space, invisible or control characters, not exactly one `@`, an empty
    /// or misplaced label, more than 64 octets before the `@`, or more than 254 in all (RFC 5321 section
    /// 4.5.3.1).
    public init?(_ text: String) {
        guard text.unicodeScalars.allSatisfy(MailAddress.mayStand) else { return nil }
        let sides = text.unicodeScalars.split(separator: "@", omittingEmptySubsequences: false)
        let parts = sides.map { String($0) }
        guard parts.count == 2, (1...64).contains(parts[0].utf8.count), MailAddress.isDotted(parts[0]),
            MailAddress.isDotted(parts[1])
        else { return nil }
        let labels = parts[1].unicodeScalars.split(separator: ".")
        guard labels.allSatisfy({ $0.first != "-" && $0.last != "-" }) else { return nil }

        var components = URLComponents()
        components.scheme = "smtp"
        components.host = parts[1]
        guard let domain = components.encodedHost, domain.utf8.allSatisfy({ $0 != UInt8(ascii: "%") })
        else { return nil }
        description = text
        self.domain = domain
        wire = parts[0] + "@" + domain
        guard text.utf8.count <= 254, wire.utf8.count <= 254 else { return nil }
    }

    private static func isDotted(_ text: String) -> Bool {
        text.unicodeScalars.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty }
    }

    /// RFC 5322's specials would need quoting; format characters would make two addresses look the same.
    private static func mayStand(_ scalar: Unicode.Scalar) -> Bool {
        if "()<>[]:;,\\\"%".unicodeScalars.contains(scalar) { return false }
        switch scalar.properties.generalCategory {
        case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .unassigned,
            .privateUse, .surrogate:
            return false
        default: return true
        }
    }
}
