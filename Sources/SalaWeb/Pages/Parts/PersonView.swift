/// Who is signed in, for the account menu.
public struct PersonView: Sendable {
    public var name: String
    public var accountURL: String
    /// Takes a POST.
    public var signOutURL: String

    public init(name: String, accountURL: String, signOutURL: String) {
        self.name = name
        self.accountURL = accountURL
        self.signOutURL = signOutURL
    }
}
