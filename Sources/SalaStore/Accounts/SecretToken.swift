import Crypto
import Foundation

/// 32 random bytes that prove something to whoever shows them; only their hash is kept.
struct SecretToken: Sendable {
    /// Base64url without padding (RFC 4648 section 5): 43 characters.
    let text: String

    static func random() -> SecretToken {
        let key = SymmetricKey(size: .bits256)
        return SecretToken(text: key.withUnsafeBytes { Data($0).base64URL })
    }

    init(text: String) {
        self.text = text
    }

    /// The SHA-256 of the text, in hexadecimal.
    var hash: String {
        Hexadecimal.text(SHA256.hash(data: Data(text.utf8)))
    }

    /// Compares in a time that does not tell where the texts differ.
    static func isEqual(_ left: String, _ right: String) -> Bool {
        let left = Array(left.utf8), right = Array(right.utf8)
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

extension Data {
    /// RFC 4648 section 5, without padding.
    var base64URL: String {
        let letters = base64EncodedData().lazy.filter { $0 != UInt8(ascii: "=") }.map { letter in
            switch letter {
            case UInt8(ascii: "+"): UInt8(ascii: "-")
            case UInt8(ascii: "/"): UInt8(ascii: "_")
            default: letter
            }
        }
        return String(decoding: Array(letters), as: UTF8.self)
    }
}
