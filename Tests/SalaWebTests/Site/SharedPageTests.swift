import HummingbirdTesting
import SalaEngine
import Testing

@testable import SalaWeb

@Suite("A page of a form that says what it showed")
struct SharedPageTests {
    private func shown(_ html: String) throws -> String {
        String(try #require(html.firstMatch(of: /name="shown" value="([^"]*)"/)).output.1)
    }

    private func save(
        _ page: String, of id: SubmissionID, showing shown: String, _ changes: [(String, String)],
        _ guest: Guest
    ) async throws -> TestResponse {
        let names = changes.map(\.0)
        let kept = SiteFixture.answers(title: "ก", phone: "080-000-0000").first { $0.page == page }?.answers
        let others = (kept ?? [:]).filter { !names.contains($0.key) }.flatMap { name, answer in
            answer.items.map { (name, $0) }
        }
        return try await guest.post(
            Paths.page(page, of: id), [("shown", shown), ("go", "stay")] + others + changes)
    }

    private let words = "คำตอบหรือไฟล์ของเรื่องนี้ถูกแก้ไขหลังจากที่ท่านตรวจดูแล้ว"

    /// Somebody else saves another summary of the work.
    private func change(_ id: SubmissionID, _ guest: Guest) async throws {
        let page = try await guest.get(Paths.page("work", of: id)).html
        let saved = try await save(
            "work", of: id, showing: try shown(page), [("summary", "ของอีกคน")], guest)
        #expect(saved.code == 303)
    }

    @Test("keeps what a colleague saved meanwhile, saves the rest, and shows both where both changed one")
    func twoWriters() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.draft(0, title: "ก", phone: "080-000-0000")
            let guest = try await fixture.guest(.entrant)
            let opened = try shown(try await guest.get(Paths.page("work", of: id)).html)
            let first = try await save(
                "work", of: id, showing: opened, [("summary", "ของคนแรก"), ("problem", "ปัญหาใหม่")], guest)
            #expect(first.code == 303)
            let second = try await save(
                "work", of: id, showing: opened, [("summary", "ของคนที่สอง"), ("solution", "วิธีใหม่")], guest)
            #expect(second.code == 422)
            let text = PageShape(second.html).text
            #expect(text.contains("ของคนแรก") && second.html.contains("ของคนที่สอง</textarea>"))
            #expect(text.contains("บันทึกหน้านี้แล้ว ยกเว้นข้อที่ระบุไว้ข้างล่าง"))
            #expect(!second.html.contains(" data-saved>"))
            let between = try await fixture.submission(id).answers
            #expect(between["summary"] == .text("ของคนแรก"))
            #expect(between["problem"] == .text("ปัญหาใหม่"))
            #expect(between["solution"] == .text("วิธีใหม่"))
            let again = try await save(
                "work", of: id, showing: try shown(second.html),
                [("summary", "ของคนที่สอง"), ("problem", "ปัญหาใหม่"), ("solution", "วิธีใหม่")], guest)
            #expect(again.code == 303)
            #expect(try await fixture.submission(id).answers["summary"] == .text("ของคนที่สอง"))
        }
    }

    @Test("files what was looked over: what was changed meanwhile is said, and filed when sent again")
    func filing() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.complete(0, title: "ก", phone: "080-000-0000")
            let guest = try await fixture.guest(.entrant)
            let path = Paths.action("submit", on: id)
            let opened = try shown(try await guest.get(try await guest.filing(of: id)).html)
            try await change(id, guest)
            let refused = try await guest.post(path, [("shown", opened)])
            #expect(refused.code == 409)
            #expect(refused.html.contains(words))
            #expect(refused.html.contains("<a href=\"\(Paths.summary(of: id))\">"))
            #expect(try await fixture.submission(id).filedAt == nil)
            #expect(try await guest.post(path, [("shown", try shown(refused.html))]).code == 303)
            #expect(try await fixture.submission(id).filedAnswers?["summary"] == .text("ของอีกคน"))
        }
    }

    @Test("files nothing that was changed between the summary and the page that asks to confirm")
    func filingFromSummary() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.complete(0, title: "ก", phone: "080-000-0000")
            let guest = try await fixture.guest(.entrant)
            let path = Paths.action("submit", on: id)
            let old = try await guest.filing(of: id)
            try await change(id, guest)
            let told = try await guest.get(old)
            #expect(told.code == 409 && told.html.contains(words))
            #expect(told.html.contains("<a href=\"\(Paths.summary(of: id))\">"))
            // Who opens the page without the summary before it is led there.
            #expect(try await guest.get(path).location == Paths.summary(of: id))
            let asked = try await guest.get(try await guest.filing(of: id))
            #expect(asked.code == 200 && !asked.html.contains(words))
            #expect(try await guest.post(path, [("shown", try shown(asked.html))]).code == 303)
            #expect(try await fixture.submission(id).filedAnswers?["summary"] == .text("ของอีกคน"))
        }
    }

    @Test("given back with what was typed, it takes the answers to what only that calls for")
    func calledForByTyped() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.draft(0, title: "ก", phone: "080-000-0000")
            let guest = try await fixture.guest(.entrant)
            let path = Paths.page("work", of: id)
            let opened = try shown(try await guest.get(path).html)
            #expect(!opened.contains("planned_for="))
            let typed = [("shown", opened), ("title", "ก"), ("status", "idea"), ("go", "stay")]
            let expired = try await guest.post(path, typed, csrf: "old")
            #expect(expired.code == 403 && expired.html.contains("name=\"planned_for\""))
            let sent = try await save(
                "work", of: id, showing: try shown(expired.html),
                [("status", "idea"), ("planned_for", "1/12/2569")], guest)
            #expect(sent.code == 303)
            let answers = try await fixture.submission(id).answers
            #expect(answers["planned_for"] == .text("2026-12-01"))
        }
    }
}
