import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import SalaEngine
import SalaThai
import Synchronization
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("Links that let somebody in")
struct SecretAddressTests {
    @Test("stand on their page as where its form is sent and as itself in the other language, nowhere else")
    func pages() async throws {
        try await SiteFixture.with { fixture in
            try await fixture.askForLinks()
            let guest = try await fixture.guest(.nobody)
            for letter in [AccountLetters.Name.verifyEmail, .resetPassword] {
                let path = try await fixture.link(in: letter)
                let secret = try #require(path.split(separator: "/").last)
                let answer = try await guest.get(path)
                #expect(answer.code == 200)
                let places = answer.html.components(separatedBy: "\"").filter { $0.contains(secret) }
                #expect(
                    places == ["\(path)?lang=en", "\(path)?lang=en", path])
                #expect(!answer.html.replacing(/"[^"]*"/, with: "").contains(secret))
                let policy = try #require(HTTPField.Name("Referrer-Policy"))
                #expect(answer.headers[policy] == "no-referrer")
                #expect(answer.headers[.cacheControl] == "private, no-store")
            }
        }
    }

    @Test("are not handed on when their form is refused")
    func refused() async throws {
        try await SiteFixture.with { fixture in
            try await fixture.askForLinks()
            var guest = try await fixture.guest(.nobody)
            guest = Guest(client: guest.client, session: "a-session-that-has-ended", csrf: "none")
            let path = try await fixture.link(in: .resetPassword)
            let answer = try await guest.post(path, [("new-password", "a long new phrase")])
            #expect(answer.code == 401)
            #expect(!answer.html.contains("then=\(path)") && !answer.html.contains("then=%2F"))
        }
    }
}

@Suite("What the log is told")
struct LogTests {
    @Test("holds no secret and nothing personal, whatever happens and however much is logged")
    func personal() async throws {
        let typed = "ข้อความส่วนตัวของผู้ยื่น"
        try await SiteFixture.with(seeded: true) { fixture in
            try await fixture.askForLinks()
            let links = [
                try await fixture.link(in: .verifyEmail), try await fixture.link(in: .resetPassword),
            ]
            let recorder = LogRecorder()
            let logger = Logger(label: "test") { _ in recorder }
            let application = Application(router: try SalaApplication.router(fixture.site), logger: logger)
            try await application.test(.router) { client in
                let nobody = Guest(client: client, session: nil, csrf: try await fixture.guest(.nobody).csrf)
                let entrant = try await fixture.guest(.entrant)
                let guest = Guest(client: client, session: entrant.session, csrf: entrant.csrf)
                for link in links { _ = try await nobody.get(link) }
                _ = try await nobody.post(links[1], [("new-password", "short")])
                _ = try await nobody.get("/sign-in?then=/memberships?query=somchai")
                _ = try await nobody.post(
                    "/sign-in", [("email", "somchai@people.example"), ("password", "wrong wrong wrong")])
                _ = try await guest.get("/organisations?query=somchai")
                let path = Paths.page("documents", of: fixture.entry("next-draft"))
                // A file stands where the folder was: the fault is ours, and is told to the log.
                try FileManager.default.removeItem(at: fixture.store.files.folder)
                try Data().write(to: fixture.store.files.folder)
                let answer = try await guest.upload(
                    path,
                    [
                        UploadPart(name: "video_link", text: typed),
                        UploadPart(
                            name: "project_document", file: "somchai.pdf", bytes: SampleFiles.pdf("a")),
                    ])
                #expect(answer.code == 503)
            }
            let told = recorder.lines.joined(separator: "\n")
            #expect(told.contains("file-not-kept"))
            // The password was too short.
            #expect(told.contains("code=mistaken page=pages/new-password status=422"))
            for secret in links.compactMap({ $0.split(separator: "/").last }) {
                #expect(!told.contains(secret))
            }
            for word in [
                "somchai", typed, "people.example", "wrong wrong", "127.0.0.1", SitePeople.name(.entrant),
            ] {
                #expect(!told.contains(word), "\(word)")
            }
        }
    }
}
