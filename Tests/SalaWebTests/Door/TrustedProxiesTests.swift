import Testing

@testable import SalaWeb

@Suite("The proxies whose word is taken")
struct TrustedProxiesTests {
    @Test(
        "are the machines of those networks and no others",
        arguments: [
            (
                "127.0.0.0/8,::1/128", ["127.0.0.1", "127.255.255.255", "::1", "::ffff:127.0.0.1"],
                ["128.0.0.1", "::2", "10.0.0.1", "::ffff:10.0.0.1", "", "localhost", "127.0.0.1:80"]
            ),
            (
                "10.1.2.0/23, 192.0.2.7", ["10.1.2.0", "10.1.3.255", "192.0.2.7"],
                ["10.1.4.0", "10.1.1.255", "192.0.2.6", "127.0.0.1"]
            ),
            ("2001:db8::/33", ["2001:db8::1", "2001:db8:7fff::1"], ["2001:db8:8000::1", "2001:db9::1"]),
            ("0.0.0.0/0", ["203.0.113.9"], ["2001:db8::1"]), ("::/0", ["203.0.113.9", "2001:db8::1"], []),
            ("", [], ["127.0.0.1", "::1"]),
        ])
    func networks(list: String, inside: [String], outside: [String]) throws {
        let proxies = try #require(TrustedProxies(list))
        for address in inside { #expect(proxies.contains(address), "\(address)") }
        for address in outside { #expect(!proxies.contains(address), "\(address)") }
    }

    @Test(
        "are named by networks alone",
        arguments: [
            "localhost", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "::/129", "10.0.0", "10.0.0.0/8/8",
        ])
    func faults(list: String) {
        #expect(TrustedProxies(list) == nil)
    }

    @Test(
        "tell who asks, and nobody else does",
        arguments: [
            // Who speaks for himself is believed to be nobody but himself.
            ("203.0.113.9", "198.51.100.1", "203.0.113.9"), ("203.0.113.9", nil, "203.0.113.9"),
            ("127.0.0.1", nil, "127.0.0.1"), ("127.0.0.1", "198.51.100.1", "198.51.100.1"),
            // What the client wrote itself stands before what the proxy adds.
            ("127.0.0.1", "10.9.9.9, 198.51.100.1", "198.51.100.1"),
            ("127.0.0.1", "127.0.0.1, 198.51.100.1", "198.51.100.1"),
            // Two proxies in a row.
            ("127.0.0.1", "198.51.100.1, 10.0.0.5", "198.51.100.1"),
            ("127.0.0.1", "1.1.1.1, 198.51.100.1, 10.0.0.5", "198.51.100.1"),
            ("127.0.0.1", "2001:db8::9", "2001:db8::9"), ("::1", "198.51.100.1", "198.51.100.1"),
            // A word that is no address says nothing about anybody.
            ("127.0.0.1", "unknown", "127.0.0.1"), ("127.0.0.1", "x, 10.0.0.5", "10.0.0.5"),
            ("127.0.0.1", "", "127.0.0.1"), ("127.0.0.1", "198.51.100.1,", "198.51.100.1"),
        ] as [(String, String?, String)])
    func clients(direct: String, forwarded: String?, client: String) throws {
        let proxies = try #require(TrustedProxies("127.0.0.0/8,::1/128,10.0.0.5"))
        #expect(proxies.client(direct: direct, forwarded: forwarded) == client)
    }
}
