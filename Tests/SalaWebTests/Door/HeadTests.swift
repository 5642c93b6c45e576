import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import SalaEngine
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("Asking for the head of a page")
struct HeadTests {
    /// Status and headers of a GET and of a HEAD, and what came behind the HEAD's.
    private func both(
        _ fixture: SiteFixture, _ path: String, session: String?
    ) async throws -> (get: TestResponse, head: TestResponse) {
        var headers: HTTPFields = [.cookie: "__Host-sala-visitor=\(Guest.formCookie)"]
        if let session { headers[.cookie] = "__Host-sala-session=\(session)" }
        func ask(_ method: HTTPRequest.Method) async throws -> TestResponse {
            try await fixture.client.executeRequest(uri: path, method: method, headers: headers, body: nil)
        }
        return (try await ask(.get), try await ask(.head))
    }

    @Test("gives what the page gives, but no body: public pages, kept ones, own ones, files and refusals")
    func heads() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.complete(0, title: "ก", phone: "080-000-0000")
            let file = try #require(try await fixture.submission(id).attachments.keys.min())
            let entrant = try await fixture.guest(.entrant)
            let paths: [(String, String?, Int)] = [
                (Paths.home, nil, 200), (Paths.call(SiteFixture.call), nil, 200), (Paths.signIn, nil, 200),
                ("/nowhere", nil, 404), (Paths.following, nil, 303), ("/css/sala.css", nil, 200),
                (Paths.summary(of: id), entrant.session, 200),
                (Paths.desk(SiteFixture.call), entrant.session, 403),
                (Paths.attachment(file, of: id), entrant.session, 200),
            ]
            for (path, session, status) in paths {
                // The second time a public page is a kept one.
                for _ in 0..<2 {
                    let (get, head) = try await both(fixture, path, session: session)
                    #expect(get.code == status && head.code == status, "\(path)")
                    #expect(head.body.readableBytes == 0, "\(path)")
                    #expect(head.headers == get.headers, "\(path)")
                    if status == 200 { #expect(get.body.readableBytes > 0) }
                }
            }
        }
    }

    @Test("acts on nothing: what only a POST does is not found")
    func posts() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.complete(0, title: "ก", phone: "080-000-0000")
            let guest = try await fixture.guest(.entrant)
            let before = try await fixture.traces()
            let path = Paths.submissions(under: SiteFixture.call)
            let head = try await both(fixture, path, session: guest.session).head
            #expect(head.code == 404 && head.body.readableBytes == 0)
            _ = try await both(fixture, Paths.action("submit", on: id), session: guest.session)
            #expect(try await fixture.traces() == before)
        }
    }
}
