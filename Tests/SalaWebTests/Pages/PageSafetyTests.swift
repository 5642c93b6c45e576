import Foundation
import HTTPTypes
import HummingbirdTesting
import SalaEngine
import Testing

@testable import SalaWeb

@Suite("What every page keeps to")
struct PageSafetyTests {
    @Test("no page has inline script or style, a form without its token, or anything that cannot be heard")
    func markup() async throws {
        try await SiteFixture.with(seeded: true) { fixture in
            try await fixture.askForLinks()
            for item in PageCase.all {
                var guest = try await fixture.guest(item.part)
                if item.isDemo {
                    guest = Guest(client: fixture.demo, session: guest.session, csrf: guest.csrf)
                }
                for language in Language.allCases {
                    let answer = try await item.ask(fixture, guest.speaking(language))
                    #expect(Markup(answer.html).faults == [], "\(item.name)")
                    #expect(answer.html.contains("<html lang=\"\(language.rawValue)\">"), "\(item.name)")
                    #expect(answer.headers[.contentLanguage] == language.rawValue, "\(item.name)")
                    #expect(answer.headers[.contentType] == "text/html; charset=utf-8", "\(item.name)")
                    try Self.expectHeaders(answer, item.name)
                }
            }
        }
    }

    /// The headers that hold a browser to the site's own files.
    private static func expectHeaders(_ answer: TestResponse, _ name: String) throws {
        func header(_ name: String) throws -> String? { answer.headers[try #require(HTTPField.Name(name))] }
        let policy = try #require(try header("Content-Security-Policy"), "\(name)")
        let directives = Dictionary(
            uniqueKeysWithValues: policy.components(separatedBy: "; ").map { directive in
                let words = directive.split(separator: " ").map(String.init)
                return (words[0], Array(words.dropFirst()))
            })
        #expect(directives["default-src"] == ["'self'"], "\(name)")
        #expect(
            directives["frame-ancestors"] == ["'none'"] && directives["base-uri"] == ["'none'"], "\(name)")
        #expect(directives["form-action"] == ["'self'"] && directives["object-src"] == ["'none'"], "\(name)")
        #expect(!policy.contains("unsafe") && !policy.contains("*"), "\(name)")
        #expect(try header("X-Content-Type-Options") == "nosniff", "\(name)")
        let isSecret = ["verification", "new-password", "spent-link", "invitation.account"].contains(name)
        let referrer = try header("Referrer-Policy")
        #expect(referrer == (isSecret ? "no-referrer" : "same-origin"), "\(name)")
        #expect(try header("Strict-Transport-Security") != nil, "\(name)")
    }

    @Test("cookies are for this site alone, over TLS, and out of reach of scripts")
    func cookies() async throws {
        try await SiteFixture.with { fixture in
            let answer = try await fixture.client.executeRequest(
                uri: "/sign-in?lang=en", method: .get, headers: [:], body: nil)
            let demo = Guest(client: fixture.demo, session: nil, csrf: try await fixture.guest(.nobody).csrf)
            let become = try await demo.post("/personas/citizen")
            let cookies = answer.headers[values: .setCookie] + become.headers[values: .setCookie]
            let names = cookies.map { $0.prefix { $0 != "=" } }
            #expect(Set(names) == ["__Host-sala-visitor", "__Host-sala-language", "__Host-sala-session"])
            for cookie in cookies {
                let attributes = Set(cookie.components(separatedBy: "; ").dropFirst())
                #expect(
                    attributes.isSuperset(of: ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"]), "\(cookie)")
                #expect(!attributes.contains { $0.hasPrefix("Domain") }, "\(cookie)")
            }
        }
    }

    @Test(
        "what proxies may keep for everybody carries no token and no cookie; what is somebody's is not kept")
    func caching() async throws {
        try await SiteFixture.with(seeded: true) { fixture in
            let entrant = try await fixture.guest(.entrant)
            for path in [
                "/", Paths.registers, Paths.register(SiteFixture.call), Paths.call(SiteFixture.call),
            ] {
                let shared = try await fixture.client.executeRequest(
                    uri: path, method: .get, headers: [:], body: nil)
                #expect(shared.headers[.cacheControl] == "public, no-cache", "\(path)")
                #expect(
                    shared.headers[.setCookie] == nil && !shared.html.contains("name=\"csrf\""), "\(path)")
                let own = try await entrant.get(path)
                #expect(own.headers[.cacheControl] == "private, no-store", "\(path)")
            }
            let file = try await entrant.get(
                Paths.attachment(
                    try await fixture.attachment(of: "held", to: "project_document"),
                    of: fixture.entry("held")))
            #expect(file.headers[.cacheControl]?.hasPrefix("private") == true)
            #expect(file.headers[.contentDisposition]?.hasPrefix("attachment;") == true)
            #expect(file.html == String(decoding: SampleFiles.pdf("Project 0"), as: UTF8.self))
        }
    }
}
