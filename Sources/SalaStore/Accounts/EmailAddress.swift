import Foundation
import SalaEngine

/// An e-mail address in the one form that accounts know it by.
struct EmailAddress: Hashable, Sendable {
    /// Trimmed, in compatibility composition (NFKC) and in lower case, the part before the `@` as well.
    let text: String

    /// Nil where the text is no `MailAddress`, or has no dot in its domain.
    init?(typed: String) {
        let text = typed.trimmingCharacters(in: .whitespacesAndNewlines)
            .precomposedStringWithCompatibilityMapping.lowercased()
        guard let address = MailAddress(text), address.domain.contains(".") else { return nil }
        self.text = text
    }
}
