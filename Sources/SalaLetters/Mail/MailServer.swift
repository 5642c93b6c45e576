import Foundation

/// The mail server that takes Sala's letters, and how to speak to it.
public struct MailServer: Sendable {
    /// How far the connection must be encrypted.
    public enum Encryption: String, CaseIterable, Sendable {
        /// Nothing is sent before TLS stands and the server's certificate is verified.
        case required
        /// TLS where the server offers it, with any certificate; without it otherwise (RFC 7435).
        case opportunistic
    }

    /// The name and password that the server knows this office by.
    public struct Login: Sendable {
        public let user: String
        public let password: String

        public init(user: String, password: String) {
            self.user = user
            self.password = password
        }
    }

    /// `smtp://host:port`, or `smtps://host:port` for TLS from the first octet.
    public let url: String
    public let login: Login?
    public let encryption: Encryption
    /// The path of a PEM file with the certificates to trust instead of the system's.
    public let authorities: String?
    public let connectTimeout: Duration
    /// For everything from the connection to the server's last reply to one message.
    public let messageTimeout: Duration

    /// Nil unless the URL is an `smtp` or `smtps` one with a host.
    public init?(
        url: String, login: Login? = nil, encryption: Encryption = .required, authorities: String? = nil,
        connectTimeout: Duration = .seconds(10), messageTimeout: Duration = .seconds(60)
    ) {
        guard let parts = URLComponents(string: url), parts.scheme == "smtp" || parts.scheme == "smtps",
            parts.host?.isEmpty == false
        else { return nil }
        self.url = url
        self.login = login
        self.encryption = encryption
        self.authorities = authorities
        self.connectTimeout = connectTimeout
        self.messageTimeout = messageTimeout
    }
}
