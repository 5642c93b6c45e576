import Crypto
import Foundation

/// Lets visitors without a session send forms, and no other site in their name, without a row for each of
/// them.
///
/// A visitor gets a random cookie, and each form the seal of that cookie under the installation's key
/// (OWASP's signed double submit); another site can neither read the cookie nor seal one of its own.
public struct FormSeal: Sendable {
    private let key: SymmetricKey

    /// - Parameter key: the installation's own, at least 32 bytes.
    public init(key: [UInt8]) {
        precondition(key.count >= 32, "the key for forms is shorter than 32 bytes")
        self.key = SymmetricKey(data: key)
    }

    /// A value for the cookie of a new visitor.
    public static func freshCookie() -> String {
        SecretToken.random().text
    }

    /// What the forms of the visitor with that cookie carry.
    public func csrf(for cookie: String) -> String {
        Data(HMAC<SHA256>.authenticationCode(for: FormSeal.message(cookie), using: key)).base64URL
    }

    /// Whether a form carries what `csrf` gave for the cookie that came with it.
    public func accepts(_ csrf: String, for cookie: String) -> Bool {
        SecretToken.isEqual(csrf, self.csrf(for: cookie))
    }

    private static func message(_ cookie: String) -> Data {
        Data("sala form \(cookie)".utf8)
    }
}
