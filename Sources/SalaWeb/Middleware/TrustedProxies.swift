import Foundation

/// The machines that may speak for others: what they say of who asks, and whether over TLS, is believed.
public struct TrustedProxies: Sendable {
    /// A network: an address of 16 octets, of which the first bits count.
    private struct Network: Sendable {
        var octets: [UInt8]
        var bits: Int

        func contains(_ address: [UInt8]) -> Bool {
            (0..<16).allSatisfy { index in
                let counting = min(8, max(0, bits - 8 * index))
                let mask = UInt8(truncatingIfNeeded: 0xFF00 >> counting)
                return octets[index] & mask == address[index] & mask
            }
        }
    }

    private let networks: [Network]

    /// This machine, by IPv4 and IPv6.
    public static let loopback = TrustedProxies(networks: [
        Network(octets: TrustedProxies.mapped + [127, 0, 0, 0], bits: 96 + 8),
        Network(octets: [UInt8](repeating: 0, count: 15) + [1], bits: 128),
    ])

    private init(networks: [Network]) {
        self.networks = networks
    }

    /// Reads networks such as `127.0.0.0/8,::1/128` (RFC 4632, RFC 4291), an address alone being a network of
    /// one; an empty list trusts nobody. Nil where an entry is none.
    public init?(_ list: String) {
        var networks: [Network] = []
        for entry in list.split(separator: ",").map({ $0.trimmingCharacters(in: .whitespaces) }) {
            let parts = entry.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
            guard let octets = Self.octets(of: String(parts[0])) else { return nil }
            let shift = parts[0].contains(":") ? 0 : 96
            let bits = parts.count == 2 ? Int(parts[1]) : 128 - shift
            guard let bits, (0...(128 - shift)).contains(bits) else { return nil }
            networks.append(Network(octets: octets, bits: bits + shift))
        }
        self.networks = networks
    }

    /// Whether the address is a proxy's; false for what is no address.
    func contains(_ address: String) -> Bool {
        guard let octets = Self.octets(of: address) else { return false }
        return networks.contains { $0.contains(octets) }
    }

    /// Who asks, when the connection comes from `direct` and its proxies say `forwarded` (X-Forwarded-For):
    /// the last address that no trusted proxy has. What stands before it anybody may have written.
    func client(direct: String, forwarded: String?) -> String {
        var client = direct
        for hop in (forwarded ?? "").split(separator: ",").reversed() {
            let address = hop.trimmingCharacters(in: .whitespaces)
            guard contains(client), Self.octets(of: address) != nil else { break }
            client = address
        }
        return client
    }

    private static let mapped = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF]

    /// An IPv4 address as IPv6 maps it (RFC 4291 section 2.5.5.2): either way of writing it is the same one.
    private static func octets(of address: String) -> [UInt8]? {
        var four = [UInt8](repeating: 0, count: 4), six = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, address, &four) == 1 { return mapped + four }
        return inet_pton(AF_INET6, address, &six) == 1 ? six : nil
    }
}
