import Crypto
import Foundation

/// Lets a browser show that somebody has signed in with it under an address before, without a row for each
/// (OWASP's device cookie): wrong passwords from elsewhere do not stop it.
public struct BrowserSeal: Sendable {
    private let key: SymmetricKey

    /// - Parameter key: the installation's own, at least 32 bytes.
    public init(key: [UInt8]) {
        precondition(key.count >= 32, "the key for browsers is shorter than 32 bytes")
        self.key = SymmetricKey(data: key)
    }

    /// The cookie of a browser with which somebody has just signed in under the address.
    public func cookie(for email: String) -> String {
        let browser = SecretToken.random().text
        return "\(browser).\(seal(browser, email))"
    }

    /// The browser that the cookie was given to; nil where it was given for another address, or made up.
    public func browser(of cookie: String, for email: String) -> String? {
        let parts = cookie.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, SecretToken.isEqual(parts[1], seal(parts[0], email)) else { return nil }
        return parts[0]
    }

    private func seal(_ browser: String, _ email: String) -> String {
        let address = EmailAddress(typed: email)?.text ?? ""
        let message = Data("sala browser \(browser) \(address)".utf8)
        return Data(HMAC<SHA256>.authenticationCode(for: message, using: key)).base64URL
    }
}
