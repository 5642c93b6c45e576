import Foundation

/// Who counts as one client: limits would mean nothing if one household could ask from a new address each
/// time.
enum ClientNetwork {
    /// The first 64 bits of an IPv6 address, which one subscriber has for itself (RFC 6177, RFC 7934), an
    /// IPv4 address whole, however it is written, and anything else as it is.
    static func name(of address: String) -> String {
        var octets = [UInt8](repeating: 0, count: 16)
        // Behind the percent sign stands an interface of this machine (RFC 4007 section 11).
        let bare = String(address.prefix { $0 != "%" })
        guard inet_pton(AF_INET6, bare, &octets) == 1 else { return address }
        if octets.prefix(12).elementsEqual(mapped) {
            return octets.suffix(4).map(String.init).joined(separator: ".")
        }
        let words = stride(from: 0, to: 8, by: 2).map { Int(octets[$0]) << 8 | Int(octets[$0 + 1]) }
        return words.map { String($0, radix: 16) }.joined(separator: ":") + "::/64"
    }

    /// What an IPv4 address begins with where IPv6 maps it (RFC 4291 section 2.5.5.2).
    private static let mapped = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF]
}
