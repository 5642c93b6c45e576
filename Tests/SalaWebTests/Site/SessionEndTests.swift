import Foundation
import HTTPTypes
import HummingbirdTesting
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("A form whose session is over")
struct SessionEndTests {
    private let typed = "ข้อความที่พิมพ์ไว้ก่อนหมดเวลา <b>"
    private let shown = "ข้อความที่พิมพ์ไว้ก่อนหมดเวลา &lt;b&gt;"

    private func expectKept(_ html: String, at path: String, _ location: SourceLocation = #_sourceLocation) {
        #expect(
            html.contains("name=\"typed-summary\" value=\"\(shown)\""), sourceLocation: location)
        #expect(html.contains("name=\"typed-technology\" value=\"gis\""), sourceLocation: location)
        #expect(html.contains("name=\"then\" value=\"\(path)\""), sourceLocation: location)
    }

    /// Gives the entrant a password, whose sessions so far have ended.
    private func account(_ fixture: SiteFixture) async throws -> (email: String, password: String) {
        let session = try #require(try await fixture.guest(.entrant).session)
        let visitor = try await fixture.store.visitor(session, at: fixture.clock.now)
        let email = try #require(visitor?.email)
        _ = try await fixture.store.askReset(email: email, client: "", at: fixture.clock.tick())
        let link = try await fixture.link(in: .resetPassword)
        let secret = String(try #require(link.split(separator: "/").last))
        let password = "correct horse battery"
        let faults = try await fixture.store.reset(
            secret, newPassword: password, at: fixture.clock.tick())
        try #require(faults.isEmpty)
        return (email, password)
    }

    @Test("a page of a form sent after the session ended is back in its fields once signed in, to be saved")
    func sessionEnded() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.draft(0, title: "ก", phone: "080-000-0000")
            fixture.clock.move(to: SiteFixture.present)
            let account = try await self.account(fixture)
            let path = Paths.page("work", of: id)
            let guest = try await fixture.guest(.entrant)
            // A session that nobody uses ends after twelve hours.
            fixture.clock.move(to: SiteFixture.present.adding(seconds: 13 * 3600))
            let before = try await fixture.traces()
            let words: Spoken = [
                .thai: "สิ่งที่พิมพ์ไว้จะกลับไปอยู่ในช่องเดิม", .english: "what you typed is back in its fields",
            ]
            let texts = [("summary", typed), ("technology", "chat"), ("technology", "gis"), ("go", "stay")]
            try await fixture.expect(401, guest, saying: words) { guest in
                let answer = try await guest.post(path, texts)
                expectKept(answer.html, at: path)
                return answer
            }
            #expect(try await fixture.traces() == before)
            let page = try await guest.post(path, texts).html
            let carried = [("then", path)] + texts.map { ("typed-\($0.0)", $0.1) }
            func signIn(_ password: String) async throws -> TestResponse {
                try await guest.post(
                    Paths.signIn, carried + [("email", account.email), ("password", password)],
                    csrf: page.csrf)
            }
            let wrong = try await signIn("not the password")
            #expect(wrong.code == 422)
            expectKept(wrong.html, at: path)
            let filled = try await signIn(account.password)
            #expect(filled.code == 200)
            #expect(filled.html.contains("\(shown)</textarea>"))
            #expect(filled.html.contains("สิ่งที่พิมพ์ไว้อยู่ในช่องแล้ว"))
            #expect(
                filled.html.contains("action=\"\(path)\"") && filled.html.contains("data-form=\"\(path)\""))
            #expect(try await fixture.traces() == before)
            // One press more, and it is saved.
            let cookie = try #require(
                filled.headers[values: .setCookie].first { $0.hasPrefix("__Host-sala-session=") })
            let session = String(cookie.dropFirst("__Host-sala-session=".count).prefix { $0 != ";" })
            let own = Guest(client: fixture.client, session: session, csrf: try #require(filled.html.csrf))
            #expect(try await own.post(path, texts).code == 303)
            let answers = try await fixture.submission(id).answers
            #expect(answers["summary"] == .text(typed))
            #expect(answers["technology"] == .list(["chat", "gis"]))
        }
    }

    @Test("files that were sent after the session ended are asked for again, beside what was typed")
    func files() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.draft(0, title: "ก", phone: "080-000-0000")
            let account = try await self.account(fixture)
            let path = Paths.page("documents", of: id)
            let nobody = try await fixture.guest(.nobody)
            let sent = try await nobody.upload(
                path,
                [
                    UploadPart(name: "video_link", text: "https://video.example.go.th/1"),
                    UploadPart(name: "consent_letter", file: "ก.pdf", bytes: SampleFiles.pdf("a")),
                ])
            #expect(sent.code == 401)
            let hidden = sent.html.matches(of: /type="hidden" name="([^"]+)" value="([^"]*)"/)
            let fields = hidden.map { (String($0.output.1), String($0.output.2)) }
            let filled = try await nobody.post(
                Paths.signIn,
                fields.filter { $0.0 != "csrf" } + [("email", account.email), ("password", account.password)])
            #expect(filled.code == 200 && filled.html.contains("ต้องเลือกใหม่อีกครั้ง"))
            #expect(filled.html.contains("value=\"https://video.example.go.th/1\""))
            #expect(try fixture.keptFiles().isEmpty)
        }
    }

    @Test("what was typed stays on the page that signs in while the network has no try left")
    func networkUsedUp() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.draft(0, title: "ก", phone: "080-000-0000")
            let path = Paths.page("work", of: id)
            let nobody = try await fixture.guest(.nobody)
            func signIn(_ email: String) async throws -> TestResponse {
                try await nobody.post(
                    Paths.signIn,
                    [
                        ("then", path), ("typed-summary", typed), ("typed-technology", "gis"),
                        ("email", email), ("password", "not the password"),
                    ])
            }
            for index in 0..<100 {
                #expect(try await signIn("p\(index)@example.go.th").code == 422)
            }
            let refused = try await signIn("p100@example.go.th")
            #expect(refused.code == 429 && refused.headers[.retryAfter] != nil)
            expectKept(refused.html, at: path)
            #expect(!refused.html.contains("not the password"))
            // What leads away from that page leads to another tab.
            let page = PageShape(refused.html).text
            let links = page.matches(of: /<a [^>]*href="\/(password-resets|registration)[^>]*>/)
            #expect(links.count == 2 && links.allSatisfy { $0.output.0.contains("target=\"_blank\"") })
            #expect(page.contains("สิ่งที่พิมพ์ไว้อยู่ในหน้านี้เท่านั้น"))
            let plain = try await nobody.get(Paths.signIn)
            #expect(!plain.html.contains("_blank") && !plain.html.contains("สิ่งที่พิมพ์ไว้"))
        }
    }

    @Test("who signed in elsewhere while the page that signs in kept what was typed gets it back")
    func signedInElsewhere() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.draft(0, title: "ก", phone: "080-000-0000")
            let path = Paths.page("work", of: id)
            let nobody = try await fixture.guest(.nobody)
            for (part, words) in [(Part.entrant, "\(shown)</textarea>"), (.rival, nil)] {
                let guest = try await fixture.guest(part)
                let answer = try await guest.post(
                    Paths.signIn,
                    [
                        ("then", path), ("typed-summary", typed), ("email", "a@example.go.th"),
                        ("password", "the new password"),
                    ], csrf: nobody.csrf)
                #expect(answer.code == 403 && !answer.html.contains("the new password"))
                #expect(answer.html.contains("name=\"summary\"") == (words != nil))
                if let words {
                    #expect(answer.html.contains(words) && answer.html.csrf == guest.csrf)
                    #expect(answer.html.contains("action=\"\(path)\""))
                }
            }
            #expect(try await fixture.submission(id).answers["summary"] != .text(typed))
        }
    }

    @Test("what was typed is nobody else's, who signs in on that page")
    func otherSignsIn() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.draft(1, title: "ข", phone: "080-000-0000")
            let account = try await self.account(fixture)
            let nobody = try await fixture.guest(.nobody)
            let answer = try await nobody.post(
                Paths.signIn,
                [
                    ("then", Paths.page("work", of: id)), ("typed-summary", typed), ("email", account.email),
                    ("password", account.password),
                ])
            #expect(answer.code == 303 && answer.location == Paths.page("work", of: id))
        }
    }

    @Test("any other form sent after the session ended comes back with all that was typed")
    func sessionOfAction() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.filed(0, title: "ก")
            fixture.clock.move(to: SiteFixture.present)
            let path = Paths.action("withdraw", on: id)
            let guest = try await fixture.guest(.entrant)
            fixture.clock.move(to: SiteFixture.present.adding(seconds: 13 * 3600))
            let before = try await fixture.traces()
            let words: Spoken = [.thai: "เข้าสู่ระบบในแท็บใหม่", .english: "Sign in in a new tab"]
            try await fixture.expect(401, guest, saying: words) { guest in
                let answer = try await guest.post(path, [("reason", typed)])
                #expect(answer.html.contains("<pre class=\"kept\">\(shown)</pre>"))
                #expect(answer.html.contains("name=\"reason\" value=\"\(shown)\""))
                #expect(answer.html.contains("href=\"/sign-in?then=\(path)\""))
                return answer
            }
            #expect(try await fixture.traces() == before)
        }
    }

    @Test("who signed out elsewhere is told to sign in, and not that the form is old")
    func signedOut() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.filed(0, title: "ก")
            let path = Paths.action("withdraw", on: id)
            let entrant = try await fixture.guest(.entrant)
            let nobody = try await fixture.guest(.nobody)
            let words: Spoken = [.thai: "เข้าสู่ระบบในแท็บใหม่", .english: "Sign in in a new tab"]
            try await fixture.expect(401, nobody, saying: words) { nobody in
                let answer = try await nobody.post(path, [("reason", typed)], csrf: entrant.csrf)
                #expect(answer.html.contains("<pre class=\"kept\">\(shown)</pre>"))
                #expect(answer.html.contains("name=\"reason\" value=\"\(shown)\""))
                return answer
            }
        }
    }

    @Test(
        "a page with another session's token is refused, has what was typed in its fields, and is taken then")
    func another() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.draft(0, title: "ก", phone: "080-000-0000")
            let guest = try await fixture.guest(.entrant)
            let rival = try await fixture.guest(.rival)
            let path = Paths.page("work", of: id)
            let before = try await fixture.traces()
            let words: Spoken = [.thai: "สิ่งที่พิมพ์ไว้อยู่ในช่องแล้ว", .english: "What you typed is in its fields"]
            try await fixture.expect(403, guest, saying: words) { guest in
                let answer = try await guest.post(path, [("summary", typed)], csrf: rival.csrf)
                #expect(answer.html.contains("\(shown)</textarea>"))
                #expect(answer.html.csrf == guest.csrf)
                return answer
            }
            #expect(try await fixture.traces() == before)
            let others = try await rival.post(path, [("summary", typed)], csrf: guest.csrf)
            #expect(others.code == 403 && !others.html.contains("action=\"\(path)\" enctype"))
            #expect(try await guest.post(path, [("summary", typed), ("go", "stay")]).code == 303)
            #expect(try await fixture.submission(id).answers["summary"] == .text(typed))
        }
    }
    @Test("a page of what has been handed in since is no form any more, and what was typed can be copied")
    func handedIn() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.filed(0, title: "ก")
            let (guest, rival) = (try await fixture.guest(.entrant), try await fixture.guest(.rival))
            let answer = try await guest.post(
                Paths.page("work", of: id), [("summary", typed)], csrf: rival.csrf)
            #expect(answer.code == 403 && answer.html.contains("<pre class=\"kept\">\(shown)</pre>"))
            #expect(!answer.html.contains("\(shown)</textarea>"))
        }
    }
}
