import Foundation
import HummingbirdTesting
import SalaDatabase
import SalaEngine
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("The outbox on the web")
struct OutboxRouteTests {
    /// A receipt that no server took, with the officer of its call.
    private func dead(
        _ body: @escaping @Sendable (SiteFixture, Guest, UUID) async throws -> Void
    ) async throws {
        try await SiteFixture.with { fixture in
            _ = try await fixture.filed(0, title: "ก")
            let letters = try await fixture.store.takeLetters(limit: 100, at: fixture.clock.now)
            let receipts = try await fixture.store.database.read { connection in
                try connection.rows("select id from letter where submission_id is not null")
                    .map { try $0.get("id") as UUID }
            }
            // Others, about memberships, have been delivered.
            for letter in letters where !receipts.contains(letter.id) {
                try await fixture.store.report(.accepted, of: letter, at: fixture.clock.now)
            }
            let letter = try #require(letters.first { receipts.contains($0.id) })
            try await fixture.store.report(
                .refused("550 5.1.1 <no> such reader"), of: letter, at: fixture.clock.now)
            fixture.clock.move(to: SiteFixture.present)
            try await body(fixture, try await fixture.guest(.officer), letter.id)
        }
    }

    @Test("an officer finds what was not taken, reads why, has it sent again, and all see who did")
    func again() async throws {
        try await dead { fixture, officer, letter in
            let path = Paths.letters(of: SiteFixture.call)
            let settings = try await officer.get(Paths.settings(of: SiteFixture.call))
            #expect(settings.html.contains("href=\"\(path)\""))
            let page = try await officer.get("\(path)?state=failed")
            #expect(page.html.contains("550 5.1.1 &lt;no&gt; such reader"))
            #expect(page.html.contains("action=\"\(Paths.redeliveries(of: letter))\""))
            let answer = try await officer.post(Paths.redeliveries(of: letter))
            #expect(answer.location == "\(path)?done=letter-waiting")
            let after = try await officer.get(try #require(answer.location))
            #expect(after.html.contains("หนังสือแจ้งฉบับนั้นรอส่งอีกครั้ง"))
            #expect(after.html.contains("\(SitePeople.name(.officer)) สั่งให้ส่งอีกครั้ง"))
            #expect(!after.html.contains("action=\"\(Paths.redeliveries(of: letter))\""))
            #expect(try await officer.post(Paths.redeliveries(of: letter)).code == 409)
            let letters = try await fixture.store.takeLetters(limit: 9, at: fixture.clock.now)
            #expect(letters.map(\.id) == [letter])
        }
    }

    @Test("a letter keeps its language, and who looks reads which it is, of what kind, and whom it went to")
    func languages() async throws {
        try await dead { fixture, officer, letter in
            let path = Paths.letters(of: SiteFixture.call)
            let english = try await officer.speaking(.english).get(path).html
            #expect(english.contains("<p>Receipt of a work · written in Thai</p>"))
            #expect(english.contains("lang=\"th\">"))
            let address = try await fixture.store.anyLetter(letter).summary.address
            let link = Paths.query(path, ["query": address]).replacing("&", with: "&amp;")
            #expect(english.contains("<a href=\"\(link)\">\(address)</a>"))
            #expect(try await officer.get(Paths.query(path, ["query": address])).html.contains("ทั้งหมด (1)"))
            let none = try await officer.get(Paths.query(path, ["query": "nobody", "state": "failed"])).html
            #expect(none.contains("ไม่พบหนังสือแจ้งตามคำค้น") && none.contains("ทั้งหมด (0)"))
            #expect(none.contains("name=\"state\" value=\"failed\""))
        }
    }

    @Test("a letter under a version without names for letters is called by what was done, or by the house")
    func unnamed() async throws {
        try await dead { fixture, _, letter in
            var context = try await SubmissionTemplateTests.context()
            context.visit.now = fixture.clock.now
            context.visit.language = .english
            var outbox = try await fixture.store.outbox(limit: 9)
            var kept = try #require(outbox.letters.first { $0.summary.id == letter })
            kept.programme?.texts = Texts([
                .english: ["action.submit.done": "Sent in", "action.resubmit.done": "Sent in again"]
            ])
            // Both actions send it.
            let actions = try #require(kept.programme?.workflow.actions)
            let again = try #require(actions.firstIndex { $0.name == "resubmit" })
            kept.programme?.workflow.actions[again].letter = "receipt"
            var reminder = kept
            reminder.summary.name = "reminder"
            outbox.letters = [kept, reminder]
            let page = OutboxPage(
                fixture.site, context, outbox, OutboxQuery(Paths.outbox, asked: Paths.outbox))
            #expect(
                page.letters.map(\.kind) == ["Sent in / Sent in again", "Reminds of a time that is over"])
        }
    }

    @Test("a letter leads back to what its reader may see: the call's letters, and what it speaks of")
    func back() async throws {
        try await dead { fixture, officer, letter in
            let about = try await fixture.store.letter(letter, for: fixture.people[.officer]).submission
            let entry = "href=\"\(Paths.submission(try #require(about)))\""
            let list = "href=\"\(Paths.letters(of: SiteFixture.call))\""
            let managed = try await officer.get(Paths.letter(letter)).html
            #expect(managed.contains(entry) && managed.contains(list))
            let own = try await fixture.guest(.entrant).get(Paths.letter(letter)).html
            #expect(own.contains(entry) && !own.contains(list))
        }
    }

    @Test("a letter that cannot be delivered says so to its reader, one that is only put off does not")
    func states() async throws {
        try await dead { fixture, _, letter in
            let entrant = try await fixture.guest(.entrant)
            #expect(try await entrant.get(Paths.letter(letter)).html.contains("ส่งอีเมลไม่สำเร็จ"))
            _ = try await fixture.store.sendAgain(at: fixture.clock.now)
            let taken = try #require(
                try await fixture.store.takeLetters(limit: 1, at: fixture.clock.now).first)
            try await fixture.store.report(.postponed("451 busy"), of: taken, at: fixture.clock.now)
            let page = try await entrant.get(Paths.letter(letter)).html
            #expect(page.contains("กำลังรอส่งทางอีเมล") && !page.contains("ไม่สำเร็จ"))
        }
    }

    @Test("a demo says that it keeps its letters, shows a thousand of them page by page, and opens each")
    func demo() async throws {
        try await dead { fixture, officer, letter in
            try await fixture.store.database.write { connection in
                try connection.execute(
                    """
                    insert into letter (call_id, id, submission_id, person_id, address, name, language,
                        subject, body, written_at, state, attempts, next_at)
                    with recursive many(number) as
                        (select 1 union all select number + 1 from many where number < 1000)
                    select call_id, printf('%08x-0000-7000-8000-000000000000', number), submission_id,
                        person_id, address, name, language, 'ฉบับที่ ' || number, body,
                        written_at - number, 'waiting', 1, next_at
                    from letter join many where letter.id = \(letter)
                    """)
            }
            try await fixture.store.keepLetters()
            let demo = Guest(client: fixture.demo, session: officer.session, csrf: officer.csrf)
            var path: String? = "\(Paths.outbox)?state=kept"
            var subjects: [String] = []
            var last = ""
            for _ in 0..<20 {
                let page = try await demo.get(try #require(path)).html
                #expect(page.contains("เก็บไว้ที่นี่แทนการส่ง (1,000)"))
                let found = page.matches(of: /<a href="(\/outbox\/[^"]+)">(ฉบับที่ \d+)</)
                subjects += found.map { String($0.output.2) }
                last = found.last.map { String($0.output.1) } ?? ""
                path = page.firstMatch(of: /href="([^"]+)" rel="next"/)
                    .map { String($0.output.1).replacing("&amp;", with: "&") }
            }
            #expect(path == nil)
            #expect(subjects == (1...1000).map { "ฉบับที่ \($0)" })
            #expect(try await demo.get(last).html.contains("ฉบับที่ 1000"))
            #expect(try await demo.get(Paths.outboxLetter(letter)).html.contains("ส่งไม่สำเร็จ"))
        }
    }

    @Test(
        "what an address asks for and cannot mean is passed over",
        arguments: ["state=x", "behind=x", "behind=1_x"])
    func nonsense(query: String) async throws {
        try await dead { _, officer, _ in
            let path = Paths.letters(of: SiteFixture.call)
            let all = try #require(try await officer.get(path).html.firstMatch(of: /ทั้งหมด \([1-9]\d*\)/))
            let page = try await officer.get("\(path)?\(query)")
            #expect(page.code == 200 && page.html.contains(all.output))
        }
    }

    @Test("one's own letters stand under the account, each to be read, and nobody else's")
    func own() async throws {
        try await SiteFixture.with { fixture in
            _ = try await fixture.filed(0, title: "ก")
            let letter = Paths.letter(try await fixture.letter("receipt"))
            let entrant = try await fixture.guest(.entrant)
            #expect(try await entrant.get(Paths.account).html.contains("href=\"\(Paths.ownLetters)\""))
            let own = try await entrant.get(Paths.ownLetters)
            #expect(own.code == 200 && own.html.contains("<a href=\"\(letter)\">ได้รับผลงานเลขที่"))
            #expect(try await entrant.get(letter).code == 200)
            let rival = try await fixture.guest(.rival).get(Paths.ownLetters)
            #expect(rival.code == 200 && !rival.html.contains("ได้รับผลงานเลขที่"))
        }
    }
}
