import Foundation

/// Where somebody wanted to go before signing in: a path of this site and of no other.
struct ReturnPath: Equatable, Sendable {
    let path: String

    private static let longest = 2000

    /// Nil for anything that a browser could take for another site's address: it must begin with one slash,
    /// and hold neither a backslash, which browsers read as a slash, nor a character that they leave out or
    /// that an address cannot have (WHATWG URL, section 4.4).
    init?(_ text: String) {
        guard text.utf8.count <= Self.longest, text.hasPrefix("/"), !text.hasPrefix("//"),
            text.utf8.allSatisfy(Self.mayStand), let components = URLComponents(string: text),
            components.host == nil, components.scheme == nil
        else { return nil }
        path = text.removingQueryItem("done")
    }

    private static func mayStand(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "\\")
    }
}

extension String {
    /// This path without that query item; everything else stays as it was written.
    fileprivate func removingQueryItem(_ name: String) -> String {
        guard let mark = firstIndex(of: "?") else { return self }
        let items = self[index(after: mark)...].split(separator: "&").filter { !$0.hasPrefix("\(name)=") }
        let path = self[..<mark]
        return items.isEmpty ? String(path) : "\(path)?\(items.joined(separator: "&"))"
    }
}
