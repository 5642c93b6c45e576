import Foundation

/// Where somebody wanted to go before signing in: a path of this site and of no other.
struct ReturnPath: Equatable, Sendable {
    let path: String

    private static let longest = 2000
    private static let longestInLetter = 300

    /// Nil for anything that a browser could take for another site's address: it must begin with one slash,
    /// and hold neither a backslash, which browsers read as a slash, nor a character that they leave out or
    /// that an address cannot have (WHATWG URL, section 4.4).
    init?(_ text: String) {
        guard text.utf8.count <= Self.longest, text.hasPrefix("/"), !text.hasPrefix("//"),
            text.utf8.allSatisfy(Self.mayStand), let components = URLComponents(string: text),
            components.host == nil, components.scheme == nil
        else { return nil }
        path = text.removingQueryItems(Paths.told)
    }

    /// The path behind a letter's link; nil for what is no such path.
    static func behind(_ word: String) -> ReturnPath? {
        let base64 = word.replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - base64.count % 4) % 4)
        guard let bytes = Data(base64Encoded: base64 + padding),
            let text = String(validating: bytes, as: UTF8.self)
        else { return nil }
        return ReturnPath(text)
    }

    /// The path as one word for a link in a letter, base64url (RFC 4648, section 5): who asks for somebody's
    /// account chooses the path, and must not write to them by it. Nil for a path too long for a letter.
    var word: String? {
        guard path.utf8.count <= Self.longestInLetter else { return nil }
        return Data(path.utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            .replacing("=", with: "")
    }

    private static func mayStand(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "\\")
    }
}

extension String {
    /// This path without the query items of that prefix; everything else stays as it was written.
    func removingQueryItems(_ prefix: String) -> String {
        guard let mark = firstIndex(of: "?") else { return self }
        let items = self[index(after: mark)...].split(separator: "&").filter { item in
            !(item.removingPercentEncoding ?? "").hasPrefix(prefix)
        }
        let path = self[..<mark]
        return items.isEmpty ? String(path) : "\(path)?\(items.joined(separator: "&"))"
    }
}
