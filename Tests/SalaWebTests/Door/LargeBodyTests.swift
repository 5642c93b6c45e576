import Foundation
import Hummingbird
import HummingbirdTesting
import SalaEngine
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("Bodies that are larger than a page takes", .timeLimit(.minutes(15)))
struct LargeBodyTests {
    private static let huge = 500 << 20
    /// What lies in the buffers of both ends and what is read while the client hears the answer.
    private static let little = 48 << 20

    private func live(
        _ body: @escaping @Sendable (SiteFixture, Int) async throws -> Void
    ) async throws {
        try await SiteFixture.with { fixture in
            let application = Application(
                router: try SalaApplication.router(fixture.site), logger: fixture.site.logger)
            try await application.test(.live) { client in
                try await body(fixture, try #require(client.port))
            }
        }
    }

    private func part(_ name: String, _ text: String) -> String {
        "--b\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(text)\r\n"
    }

    private func file(_ name: String) -> String {
        "--b\r\nContent-Disposition: form-data; name=\"project_document\"; filename=\"\(name)\"\r\n\r\n"
    }

    private let multipart = "Content-Type: multipart/form-data; boundary=b"

    @Test("who has not signed in is answered without the body being read, and told where the text still is")
    func signedOut() async throws {
        try await live { fixture, port in
            let id = try await fixture.draft(0, title: "ก", phone: "080-000-0000")
            for (path, length) in [
                (Paths.page("work", of: id), Self.huge),
                (Paths.submissions(under: SiteFixture.call), Self.huge),
                (Paths.account, Self.huge),
            ] {
                let answer = try await SocketClient.send(
                    path, port: port, headers: [multipart, "Content-Length: \(length)"],
                    start: part("title", "ข้อความ") + file("a.pdf"), length: length)
                #expect(answer.code == 401, "\(path)")
                #expect(answer.sent < Self.little, "\(path): \(answer.sent)")
                #expect(answer.headers["connection"] == "close" && answer.isClosed, "\(path)")
                #expect(answer.html.contains("ข้อความยังอยู่ในแบบฟอร์ม"), "\(path)")
            }
            #expect(try fixture.keptFiles() == [])
        }
    }

    @Test("a body without a length is read no further than the page takes")
    func chunked() async throws {
        try await live { fixture, port in
            let guest = try await fixture.guest(.entrant)
            let session = try #require(guest.session)
            // One chunk that never ends.
            let size = String(Self.huge, radix: 16)
            let answer = try await SocketClient.send(
                Paths.account, port: port,
                headers: [
                    "Content-Type: application/x-www-form-urlencoded", "Transfer-Encoding: chunked",
                    "Cookie: __Host-sala-session=\(session)",
                ], start: "\(size)\r\ncsrf=\(guest.csrf)&name=", length: Self.huge)
            #expect(answer.code == 413)
            #expect(answer.sent < Self.little, "\(answer.sent)")
            #expect(answer.isClosed)
        }
    }

    @Test(
        "what is sent to no page is answered, and the connection ends with that",
        arguments: ["Connection: close", "Connection: keep-alive"])
    func nowhere(header: String) async throws {
        try await live { _, port in
            let answer = try await SocketClient.send(
                "/nope", port: port,
                headers: [
                    "Content-Type: application/x-www-form-urlencoded", header,
                    "Content-Length: \(Self.huge)",
                ], start: "name=", length: Self.huge)
            #expect(answer.code == 404)
            #expect(answer.sent < Self.little, "\(answer.sent)")
            #expect(answer.isClosed)
        }
    }

    @Test("what another site sends is refused before it is read")
    func crossSite() async throws {
        try await live { fixture, port in
            let session = try #require(try await fixture.guest(.entrant).session)
            for origin in [
                "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site", "Origin: https://evil.example",
            ] {
                let answer = try await SocketClient.send(
                    Paths.account, port: port,
                    headers: [
                        "Content-Type: application/x-www-form-urlencoded", "Content-Length: \(1 << 20)",
                        origin,
                        "Cookie: __Host-sala-session=\(session)",
                    ], start: "name=", length: 5)
                #expect(answer.code == 403, "\(origin)")
            }
        }
    }

    @Test("who may not write an entry sends no file into the house; who may is not held up")
    func notAllowed() async throws {
        try await live { fixture, port in
            let id = try await fixture.draft(0, title: "ก", phone: "080-000-0000")
            for (part, code) in [(Part.rival, 404), (.citizen, 404)] {
                let guest = try await fixture.guest(part)
                let session = try #require(guest.session)
                let answer = try await SocketClient.send(
                    Paths.page("documents", of: id), port: port,
                    headers: [
                        multipart, "Content-Length: \(Self.huge)",
                        "Cookie: __Host-sala-session=\(session)",
                    ], start: self.part("csrf", guest.csrf) + file("a.pdf"), length: Self.huge)
                #expect(answer.code == code, "\(part)")
                #expect(answer.sent < Self.little, "\(part): \(answer.sent)")
            }
            let guest = try await fixture.guest(.entrant)
            let session = try #require(guest.session)
            let start =
                part("csrf", guest.csrf) + part("go", "stay") + file("ก.pdf")
                + String(decoding: SampleFiles.pdf("large"), as: UTF8.self)
            let end = "\r\n--b--\r\n"
            let body = start + String(repeating: " ", count: 15 << 20) + end
            let answer = try await SocketClient.send(
                Paths.page("documents", of: id), port: port,
                headers: [
                    multipart, "Content-Length: \(body.utf8.count)",
                    "Cookie: __Host-sala-session=\(session)",
                ], start: body, length: body.utf8.count)
            #expect(answer.code == 422 || answer.code == 303)
            #expect(try await fixture.submission(id).attachments.count == 1)
        }
    }

    @Test("a page that takes no file lets none in, and a form has a limit of its own")
    func noFiles() async throws {
        try await live { fixture, port in
            let guest = try await fixture.guest(.entrant)
            let session = try #require(guest.session)
            let cookie = "Cookie: __Host-sala-session=\(session)"
            let id = try await fixture.draft(0, title: "ก", phone: "080-000-0000")
            for path in [Paths.account, Paths.page("work", of: id)] {
                let body = part("csrf", guest.csrf) + file("a.pdf") + "%PDF-1.4\r\n--b--\r\n"
                let answer = try await SocketClient.send(
                    path, port: port, headers: [multipart, "Content-Length: \(body.utf8.count)", cookie],
                    start: body, length: body.utf8.count)
                #expect(answer.code == 413, "\(path)")
            }
            let text = "csrf=\(guest.csrf)&name="
            let answer = try await SocketClient.send(
                Paths.account, port: port,
                headers: [
                    "Content-Type: application/x-www-form-urlencoded", "Content-Length: \((1 << 20) + 1)",
                    cookie,
                ], start: text, length: (1 << 20) + 1)
            #expect(answer.code == 413)
            #expect(answer.html.contains("ข้อความยังอยู่ในแบบฟอร์ม"))
            #expect(try fixture.keptFiles() == [])
        }
    }
}
