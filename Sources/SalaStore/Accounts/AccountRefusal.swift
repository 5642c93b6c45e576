/// An expected "no" to somebody who is not signed in; people read it under the text `account.CODE`.
public enum AccountRefusal: Error, Equatable, Sendable {
    /// The address or the password is wrong; which of the two is not said.
    case wrongPassword
    /// All is right, but the address has not been confirmed: a new letter with a link is on its way.
    case notVerified
    /// The link is unknown, has been used or has run out.
    case linkSpent

    /// The stable name under which tests, logs and texts know it.
    public var code: String {
        switch self {
        case .wrongPassword: "wrong-password"
        case .notVerified: "not-verified"
        case .linkSpent: "link-spent"
        }
    }
}
