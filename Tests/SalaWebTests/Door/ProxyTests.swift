import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import SalaEngine
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("Behind a proxy and without one", .timeLimit(.minutes(15)))
struct ProxyTests {
    /// A site under that address, asked over a real connection from this machine.
    private func live(
        _ address: String, trusting proxies: String = "127.0.0.0/8,::1/128",
        _ body: @escaping @Sendable (any TestClientProtocol) async throws -> Void
    ) async throws {
        try await SiteFixture.with { fixture in
            var settings = fixture.site.settings
            settings.address = address
            settings.trustedProxies = try #require(TrustedProxies(proxies))
            let site = Site(
                store: fixture.store, templates: fixture.site.templates, settings: settings,
                mediaTypes: fixture.site.mediaTypes, key: Array(repeating: 7, count: 32),
                logger: fixture.site.logger, clock: { fixture.clock.now })
            let application = Application(router: try SalaApplication.router(site), logger: site.logger)
            try await application.test(.live, body)
        }
    }

    private static func get(
        _ client: any TestClientProtocol, _ headers: [String: String] = [:],
        _ path: String = "/sign-in?lang=en"
    ) async throws -> TestResponse {
        var fields = HTTPFields()
        for (name, value) in headers { fields[try #require(HTTPField.Name(name))] = value }
        return try await client.executeRequest(uri: path, method: .get, headers: fields, body: nil)
    }

    /// Whether the answer's cookies are for TLS and this host alone, and browsers are told to stay with TLS.
    private static func isSecure(_ client: any TestClientProtocol, _ scheme: String?) async throws -> Bool {
        let answer = try await get(client, scheme.map { ["X-Forwarded-Proto": $0] } ?? [:])
        let cookies = answer.headers[values: .setCookie]
        try #require(cookies.count == 2)
        let prefixed = cookies.map { $0.hasPrefix("__Host-sala-") }
        let secure = cookies.map { $0.components(separatedBy: "; ").contains("Secure") }
        #expect(prefixed == secure)
        #expect(Set(secure).count == 1)
        #expect(cookies.allSatisfy { $0.contains("Path=/") && !$0.contains("Domain") })
        let strict = try #require(HTTPField.Name("Strict-Transport-Security"))
        #expect((answer.headers[strict] != nil) == secure[0])
        return secure[0]
    }

    @Test("cookies are for TLS where the site is, or a trusted proxy says that the browser speaks it")
    func secure() async throws {
        let plain = "http://127.0.0.1:8080"
        try await live("https://sala.example") { client async throws in
            #expect(try await Self.isSecure(client, nil))
            #expect(try await Self.isSecure(client, "http"))
        }
        try await live(plain) { client async throws in
            #expect(try await !Self.isSecure(client, nil))
            #expect(try await Self.isSecure(client, "https"))
            #expect(try await !Self.isSecure(client, "http"))
        }
        try await live(plain, trusting: "10.0.0.0/8") { client async throws in
            #expect(try await !Self.isSecure(client, "https"))
        }
    }

    @Test("a session is taken from the cookie that only this host can set over TLS, and from no other")
    func planted() async throws {
        try await SiteFixture.with { fixture in
            let session = try #require(try await fixture.guest(.entrant).session)
            for (name, code) in [("sala-session", 303), ("__Host-sala-session", 200)] {
                let answer = try await Self.get(fixture.client, ["Cookie": "\(name)=\(session)"], "/account")
                #expect(answer.code == code, "\(name)")
            }
        }
    }

    private func tries(_ client: any TestClientProtocol, forwarded: (Int) -> String) async throws -> [Int] {
        var codes: [Int] = []
        let page = try await Self.get(client, [:], "/password-resets")
        let cookies = page.headers[values: .setCookie].compactMap { $0.split(separator: ";").first }
        let body = "csrf=\(try #require(page.html.csrf))&email="
        for number in 1...32 {
            var headers: HTTPFields = [
                .contentType: "application/x-www-form-urlencoded", .cookie: cookies.joined(separator: "; "),
            ]
            headers[try #require(HTTPField.Name("X-Forwarded-For"))] = forwarded(number)
            let answer = try await client.executeRequest(
                uri: "/password-resets", method: .post, headers: headers,
                body: ByteBuffer(string: body + "p\(number)%40people.example"))
            codes.append(answer.code)
        }
        return codes
    }

    @Test("limits count by who asks: many behind a trusted proxy, one who makes others up")
    func limits() async throws {
        let limited = Array(repeating: 303, count: 30) + [429, 429]
        try await live("https://sala.example") { client async throws in
            let many = try await tries(client) { "198.51.100.\($0)" }
            #expect(many == Array(repeating: 303, count: 32))
            // The proxy adds the true address behind what the client made up.
            let liar = try await tries(client) { "192.0.2.\($0), 203.0.113.9" }
            #expect(liar == limited)
        }
        try await live("https://sala.example", trusting: "10.0.0.0/8") { client async throws in
            #expect(try await tries(client) { "198.51.100.\($0)" } == limited)
        }
    }

    @Test("who has tried too often is told so before anything is read")
    func rateFirst() async throws {
        try await SiteFixture.with { fixture in
            let application = Application(
                router: try SalaApplication.router(fixture.site), logger: fixture.site.logger)
            try await application.test(.live) { client async throws in
                let codes = try await tries(client) { _ in "203.0.113.9" }
                #expect(codes.last == 429)
                let answer = try await SocketClient.send(
                    "/password-resets", port: try #require(client.port),
                    headers: [
                        "Content-Type: application/x-www-form-urlencoded", "Content-Length: \(500 << 20)",
                        "X-Forwarded-For: 203.0.113.9",
                    ], start: "email=", length: 500 << 20)
                #expect(answer.code == 429 && answer.headers["retry-after"] != nil)
                #expect(answer.sent < 48 << 20)
            }
        }
    }
}
