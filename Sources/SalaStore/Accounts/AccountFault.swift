/// What must be mended before an account or a password is taken; people read it beside its field under the
/// text `account.CODE`.
public enum AccountFault: Hashable, Sendable {
    case nameMissing
    /// The name has more characters than this.
    case nameTooLong(Int)
    case emailInvalid
    /// The password has fewer characters than this.
    case passwordTooShort(Int)
    /// The password has more characters than this.
    case passwordTooLong(Int)
    /// Anybody would try it: a known favourite, one character repeated, a run along the alphabet.
    case passwordTooObvious
    /// The password is the e-mail address.
    case passwordIsEmail

    /// The input of a form that a fault stands beside.
    public enum Field: String, Sendable {
        case name, email, password
    }

    public var field: Field {
        switch self {
        case .nameMissing, .nameTooLong: .name
        case .emailInvalid: .email
        case .passwordTooShort, .passwordTooLong, .passwordTooObvious, .passwordIsEmail: .password
        }
    }

    /// The stable name under which tests, logs and texts know it.
    public var code: String {
        switch self {
        case .nameMissing: "name-missing"
        case .nameTooLong: "name-too-long"
        case .emailInvalid: "email-invalid"
        case .passwordTooShort: "password-too-short"
        case .passwordTooLong: "password-too-long"
        case .passwordTooObvious: "password-too-obvious"
        case .passwordIsEmail: "password-is-email"
        }
    }
}
