import Foundation

/// An e-mail address in the one form that accounts know it by.
struct EmailAddress: Hashable, Sendable {
    /// Trimmed, in compatibility composition (NFKC) and in lower case, the part before the `@` as well.
    let text: String

    /// Nil where the text has white space, control or format characters, a mark that would need quoting, not
    /// exactly one `@`, an empty label, no dot in the domain, more than 64 octets before the `@` or more than
    /// 254 in all (RFC 5321 section 4.5.3.1).
    init?(typed: String) {
        let text = typed.trimmingCharacters(in: .whitespacesAndNewlines)
            .precomposedStringWithCompatibilityMapping.lowercased()
        guard text.utf8.count <= 254, text.unicodeScalars.allSatisfy(EmailAddress.mayStand)
        else { return nil }
        let parts = text.unicodeScalars.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let local = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let domain = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        guard String(parts[0]).utf8.count <= 64, local.allSatisfy({ !$0.isEmpty }), domain.count >= 2,
            domain.allSatisfy({ !$0.isEmpty && $0.first != "-" && $0.last != "-" })
        else { return nil }
        self.text = text
    }

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
