/// Why a message cannot be written.
public enum MailFault: Error, Equatable, Sendable {
    /// The header's text holds a line break or another control character, which could begin a header of its
    /// own.
    case controlCharacter(header: String)
    /// The Message-ID is not of the form `left@right` in printable ASCII.
    case identifier(String)
}
