import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import SalaDatabase
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("Style sheets, scripts and typefaces")
struct AssetTests {
    private static func get(
        _ client: any TestClientProtocol, _ path: String, _ headers: HTTPFields = [:],
        method: HTTPRequest.Method = .get
    ) async throws -> TestResponse {
        try await client.executeRequest(uri: path, method: method, headers: headers, body: nil)
    }

    @Test("nobody's session is looked up for them")
    func noLookUp() async throws {
        try await SiteFixture.with { fixture in
            let session = try #require(try await fixture.guest(.entrant).session)
            // A closed database answers nobody.
            try fixture.store.database.close()
            let cookies: HTTPFields = [.cookie: "__Host-sala-session=\(session)"]
            let page = try await Self.get(fixture.client, "/account", cookies)
            #expect(page.code == 500)
            let style = try await Self.get(fixture.client, "/css/sala.css?v=1", cookies)
            #expect(style.code == 200)
            #expect(style.headers[.contentType]?.hasPrefix("text/css") == true)
            #expect(style.headers[.setCookie] == nil)
        }
    }

    @Test("are known by a strong tag of their content, and not sent twice")
    func tags() async throws {
        try await SiteFixture.with { fixture in
            let first = try await Self.get(fixture.client, "/js/sala.js")
            let tag = try #require(first.headers[.eTag])
            #expect(tag.hasPrefix("\"") && tag.hasSuffix("\"") && tag.count > 20)
            for known in [tag, "\"other\", \(tag)", "W/\(tag)", "*"] {
                let again = try await Self.get(fixture.client, "/js/sala.js", [.ifNoneMatch: known])
                #expect(again.code == 304 && again.html.isEmpty, "\(known)")
                #expect(again.headers[.eTag] == tag)
            }
            #expect(
                try await Self.get(fixture.client, "/js/sala.js", [.ifNoneMatch: "\"other\""]).code == 200)
            #expect(try await Self.get(fixture.client, "/css/sala.css").headers[.eTag] != tag)
            let head = try await Self.get(fixture.client, "/js/sala.js", method: .head)
            #expect(head.html.isEmpty && head.headers[.contentLength] == "\(first.html.utf8.count)")
        }
    }

    @Test("are kept for a year under the name of this version, and asked for again under any other")
    func caching() async throws {
        try await SiteFixture.with { fixture in
            let now = try await Self.get(fixture.client, "/css/sala.css?v=1")
            #expect(now.headers[.cacheControl] == "public, max-age=31536000, immutable")
            for path in ["/css/sala.css", "/css/sala.css?v=0", "/icons/favicon.svg"] {
                let answer = try await Self.get(fixture.client, path)
                #expect(answer.headers[.cacheControl] == "public, max-age=3600", "\(path)")
            }
        }
    }

    @Test(
        "nothing outside of the folder is one of them, nor what is hidden in it",
        arguments: [
            "/css/../../Package.swift", "/..%2fPackage.swift", "/css/%2e%2e/%2e%2e/Package.swift", "/css",
            "/css/",
            "/fetched/fonts/.fontpkg-sarabun-1.0", "/css/sala.css/",
        ])
    func outside(path: String) async throws {
        try await SiteFixture.with { fixture in
            let answer = try await Self.get(fixture.client, path)
            #expect(answer.code == 404)
            #expect(!answer.html.contains("swift-tools-version"))
        }
    }
}
