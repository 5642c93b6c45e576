import Foundation
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("An entry that was returned")
struct ReturnedEntryTests {
    @Test("says on its pages and before it is handed in again what is to be corrected")
    func asked() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.filed(0, title: "ก")
            let entrant = try await fixture.guest(.entrant)
            let reason = "แนบหนังสือรับรองที่ลงนามแล้ว"
            try await fixture.act(
                "return", ["parts": .list(["work"]), "reason": .text(reason), "due": .text("2026-07-30")],
                on: id,
                by: fixture.people[.screener])
            for path in [Paths.summary(of: id), Paths.page("work", of: id)] {
                let html = try await entrant.get(path).html
                #expect(html.contains("สิ่งที่เจ้าหน้าที่ขอให้แก้ไข") && html.contains(reason), "\(path)")
            }
            let draft = try await fixture.draft(1, title: "ข", phone: "080-000-0000")
            let writer = try await fixture.guest(.rival)
            let own = try await writer.get(Paths.summary(of: draft))
            #expect(own.code == 200 && !own.html.contains("ขอให้แก้ไข"))
        }
    }

    @Test("marks in the list of pages those to be corrected until they are changed, and no others")
    func pages() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.filed(0, title: "ก")
            let entrant = try await fixture.guest(.entrant)
            func state(_ page: String) async throws -> String {
                let list = try await entrant.get(Paths.summary(of: id)).html
                    .components(separatedBy: "<nav class=\"steps\"")[1].components(separatedBy: "</nav>")[0]
                let item = list.components(separatedBy: "href=\"\(Paths.page(page, of: id))\"").last ?? ""
                let small = item.components(separatedBy: "</small>")[0]
                return small.components(separatedBy: ">").last ?? ""
            }
            // One part is named like its page, the other like a question on it.
            try await fixture.act(
                "return",
                [
                    "parts": .list(["work", "declaration"]), "reason": .text("ก"),
                    "due": .text("2026-07-30"),
                ], on: id, by: fixture.people[.screener])
            let asked = "มีสิ่งที่ต้องแก้ไข"
            for page in ["work", "declaring"] { #expect(try await state(page) == asked) }
            for page in ["results", "documents"] { #expect(try await state(page) == "ครบแล้ว") }
            var work = SiteFixture.answers(title: "ก", phone: "080-000-0000")[1].answers
            work["summary"] = .text("สรุปที่แก้แล้ว")
            let path = Paths.page("work", of: id)
            #expect(try await entrant.get(path).html.contains("ตอบครบแล้ว 4 จาก 6 หน้า"))
            try await fixture.store.decide(
                .answer(page: "work", work), on: id, by: fixture.people[.entrant], at: fixture.clock.tick())
            #expect(try await state("work") == "แก้ไขแล้ว")
            #expect(try await state("declaring") == asked)
            #expect(try await entrant.get(path).html.contains("ตอบครบแล้ว 5 จาก 6 หน้า"))
            work["summary"] = .text("")
            try await fixture.store.decide(
                .answer(page: "work", work), on: id, by: fixture.people[.entrant], at: fixture.clock.tick())
            #expect(try await state("work") == "ยังไม่ครบ")
        }
    }

    @Test("is not handed in a second after it was due, and its filer is told what to do")
    func pastDue() async throws {
        try await SiteFixture.with { fixture in
            let id = try await returned(fixture)
            let due = try #require(try await fixture.submission(id).due)
            fixture.clock.move(to: due.adding(seconds: 1))
            let entrant = try await fixture.guest(.entrant)
            let before = try await fixture.traces()
            let words: Spoken = [
                .thai: "สิ่งที่แก้ไว้ยังเก็บอยู่ โปรดติดต่อหน่วยงานที่เปิดรับ",
                .english: "What you corrected is kept; please ask the office that runs the call.",
            ]
            try await fixture.expect(409, entrant, saying: words) { entrant in
                try await entrant.post(Paths.action("resubmit", on: id))
            }
            #expect(try await fixture.traces() == before)
            fixture.clock.move(to: due)
            #expect(try await entrant.post(Paths.action("resubmit", on: id)).code == 303)
        }
    }

    private let notice = "สิ่งที่ท่านแก้ไขไว้ยังไม่ได้ส่ง"
    private let reason = "แนบหนังสือรับรองที่ลงนามแล้ว"

    private func returned(_ fixture: SiteFixture) async throws -> SubmissionID {
        let id = try await fixture.filed(0, title: "ก")
        try await fixture.act(
            "return", ["parts": .list(["work"]), "reason": .text(reason), "due": .text("2026-07-30")],
            on: id, by: fixture.people[.screener])
        return id
    }

    @Test("is corrected, where a draft is gone on with")
    func button() async throws {
        try await SiteFixture.with { fixture in
            let id = try await returned(fixture)
            let (entrant, rival) = (try await fixture.guest(.entrant), try await fixture.guest(.rival))
            let draft = try await fixture.draft(1, title: "ข", phone: "080-000-0000")
            let start = Paths.newSubmission(under: SiteFixture.call)
            for path in [Paths.submission(id), start, Paths.call(SiteFixture.call)] {
                let html = try await entrant.get(path).html
                #expect(html.contains("\">แก้ไขตามที่แจ้ง</a>") && !html.contains("\">กรอกต่อ</a>"), "\(path)")
            }
            for path in [Paths.submission(draft), start, Paths.call(SiteFixture.call)] {
                let html = try await rival.get(path).html
                #expect(html.contains("\">กรอกต่อ</a>") && !html.contains("\">แก้ไขตามที่แจ้ง</a>"), "\(path)")
            }
        }
    }

    @Test("is given another day: what is asked stays, the day is the new one, and a letter says so")
    func rescheduled() async throws {
        try await SiteFixture.with { fixture in
            let id = try await returned(fixture)
            let officer = try await fixture.guest(.officer)
            let path = Paths.action("reschedule", on: id)
            let form = try await officer.get(path).html
            #expect(form.contains("value=\"30 กรกฎาคม 2569\"") && form.contains("สถานะของเรื่องยังคงเป็น"))
            // Past, and later than a return could have named.
            for due in ["19 กรกฎาคม 2569", "19 ตุลาคม 2569"] {
                let refused = try await officer.post(path, [("due", due), ("reason", "น้ำท่วม")])
                #expect(refused.code == 422 && refused.html.contains("value=\"\(due)\""))
            }
            let done = try await officer.post(path, [("due", "14/8/2569"), ("reason", "น้ำท่วม")])
            #expect(done.code == 303)
            let entrant = try await fixture.guest(.entrant)
            for page in [Paths.summary(of: id), Paths.page("work", of: id)] {
                let html = try await entrant.get(page).html
                #expect(html.contains(reason) && html.contains("14 สิงหาคม 2569"), "\(page)")
                #expect(!html.contains("30 กรกฎาคม 2569"), "\(page)")
            }
            let letter = Paths.letter(try await fixture.letter("rescheduled", of: id))
            let words = try await entrant.get(letter).html
            #expect(words.contains("เป็นวันที่ 14 สิงหาคม 2569") && words.contains("น้ำท่วม"))
            #expect(try await entrant.get(Paths.submission(id)).html.contains("เปลี่ยนกำหนดแก้ไขแล้ว"))
        }
    }

    @Test("is taken back: all see what was filed, the filer that what was typed is kept and not sent")
    func takenBack() async throws {
        try await SiteFixture.with { fixture in
            let id = try await returned(fixture)
            let (mended, title) = ("สรุปที่เริ่มแก้แล้ว", "ชื่อที่เริ่มแก้แล้ว")
            var page = SiteFixture.answers(title: title, phone: "080-000-0000")[1]
            page.answers["summary"] = .text(mended)
            try await fixture.store.decide(
                .answer(page: page.page, page.answers), on: id, by: fixture.people[.entrant],
                at: fixture.clock.tick())
            let screener = try await fixture.guest(.screener)
            let path = Paths.action("take-back", on: id)
            #expect(try await screener.get(path).html.contains("สิ่งที่ผู้ส่งเริ่มแก้ไขแล้วไม่หาย"))
            #expect(try await screener.post(path, [("reason", "ลงนามแล้ว")]).code == 303)
            let seen = try await screener.get(Paths.submission(id)).html
            #expect(!seen.contains(mended) && !seen.contains("ยังไม่ได้ส่ง"))
            let entrant = try await fixture.guest(.entrant)
            let own = try await entrant.get(Paths.submission(id)).html
            #expect(own.contains(notice) && own.contains("href=\"\(Paths.changes(of: id))\""))
            for path in [Paths.submission(id), Paths.following, Paths.action("withdraw", on: id)] {
                let html = try await entrant.get(path).html
                #expect(!html.contains(mended) && !html.contains(title), "\(path)")
            }
            let changes = try await entrant.get(Paths.changes(of: id)).html
            #expect(changes.contains(mended) && changes.contains(title))
            let letter = Paths.letter(try await fixture.letter("taken-back", of: id))
            #expect(try await entrant.get(letter).html.contains("ลงนามแล้ว"))
            // Returned again, it comes back into the form; where nothing is returned any more, it stays kept.
            try await fixture.act("return", returnInput, on: id, by: fixture.people[.screener])
            #expect(try await entrant.get(Paths.page("work", of: id)).html.contains(mended))
            try await fixture.act("take-back", ["reason": .text("ก")], on: id, by: fixture.people[.screener])
            try await fixture.act("pass", SiteFixture.passInput, on: id, by: fixture.people[.screener])
            let judged = try await entrant.get(Paths.submission(id)).html
            #expect(!judged.contains(notice) && !judged.contains(mended))
            #expect(try await entrant.get(Paths.changes(of: id)).html.contains(mended))
            // Where nothing was typed, nothing is said of it.
            let other = try await fixture.filed(1, title: "ข")
            let rival = try await fixture.guest(.rival)
            #expect(try await !rival.get(Paths.submission(other)).html.contains("ยังไม่ได้ส่ง"))
        }
    }

    @Test("waits for its filer: it is not among what waits for those who may change the return")
    func waiting() async throws {
        try await SiteFixture.with { fixture in
            let screener = try await fixture.guest(.screener)
            let stage = "\(Paths.desk(SiteFixture.call))?stage="
            let before = try await screener.get(Paths.desks).html
            let id = try await returned(fixture)
            let desks = try await screener.get(Paths.desks).html
            #expect(desks == before && !desks.contains("\(stage)correction"))
            let bar = try await screener.get("\(stage)correction").html
            #expect(bar.contains("name=\"action\" value=\"reschedule\""))
            #expect(!bar.contains("name=\"action\" value=\"pass\""))
            let entry = try await screener.get(Paths.submission(id)).html
            let link = Paths.action("take-back", on: id)
            #expect(entry.contains("<a class=\"button quiet\" href=\"\(link)\">"))
        }
    }

    private let returnInput: Answers = [
        "parts": .list(["work"]), "reason": .text("โปรดยืนยัน"), "due": .text("2026-07-30"),
    ]

    private func again(_ id: SubmissionID, _ fixture: SiteFixture, mending: () async throws -> Void)
        async throws
    {
        try await fixture.act("return", returnInput, on: id, by: fixture.people[.screener])
        try await mending()
        try await fixture.act("resubmit", on: id, by: fixture.people.filers[0])
    }

    @Test("may be handed in as it was, which is said before it is done")
    func unchanged() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.complete(0, title: "ก", phone: "080-000-0000")
            let entrant = try await fixture.guest(.entrant)
            let words = "ยังไม่ได้แก้คำตอบหรือไฟล์ใดหลังจากส่งครั้งล่าสุด"
            #expect(!(try await entrant.get(try await entrant.filing(of: id)).html.contains(words)))
            try await fixture.act("submit", on: id, by: fixture.people.filers[0])
            try await fixture.act("return", returnInput, on: id, by: fixture.people[.screener])
            for path in [try await entrant.filing(of: id), Paths.summary(of: id)] {
                #expect(try await entrant.get(path).html.contains(words), "\(path)")
            }
            try await fixture.store.decide(
                .answer(
                    page: "expansion",
                    SiteFixture.answers(title: "", phone: "")[3].answers.merging(
                        ["expansion_plan": .text("ขยายทั้งจังหวัด")]
                    ) { $1 }), on: id, by: fixture.people.filers[0], at: fixture.clock.tick())
            for path in [try await entrant.filing(of: id), Paths.summary(of: id)] {
                #expect(!(try await entrant.get(path).html.contains(words)), "\(path)")
            }
        }
    }

    @Test("says when it was filed first and last")
    func times() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.filed(0, title: "ก")
            let first = fixture.clock.now.text(.long, thai: true)
            let entrant = try await fixture.guest(.entrant)
            #expect(!(try await entrant.get(Paths.submission(id)).html.contains("ส่งครั้งล่าสุด")))
            try await fixture.act("return", returnInput, on: id, by: fixture.people[.screener])
            fixture.clock.move(to: SiteFixture.time(7, 20, 12))
            try await fixture.act("resubmit", on: id, by: fixture.people.filers[0])
            let last = fixture.clock.now.text(.long, thai: true)
            let html = try await entrant.get(Paths.submission(id)).html
            #expect(first != last)
            for (term, time) in [("ส่งเมื่อ", first), ("ส่งครั้งล่าสุด", last)] {
                let fact = html.components(separatedBy: "<dt>\(term)</dt>").dropFirst().first ?? ""
                #expect(fact.prefix { $0 != "/" }.contains(">\(time)<"), "\(term)")
            }
        }
    }

    @Test("shows what each filing changed against the one before, though the last changed nothing")
    func everyFiling() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.filed(0, title: "ก", file: "เดิม.pdf")
            let (entrant, screener) = (try await fixture.guest(.entrant), try await fixture.guest(.screener))
            let link = "href=\"\(Paths.changes(of: id))"
            #expect(!(try await entrant.get(Paths.submission(id)).html.contains(link)))
            #expect(try await entrant.get(Paths.changes(of: id)).html.contains("ยังไม่มีสิ่งที่เปลี่ยนไป"))
            try await again(id, fixture) {
                try await fixture.attach(
                    "ใหม่.pdf", SampleFiles.pdf("new"), "application/pdf", to: "project_document", of: id,
                    by: fixture.people.filers[0])
            }
            try await again(id, fixture) {}
            let new = try #require(
                try await fixture.submission(id).attachments.values.first { $0.name == "ใหม่.pdf" })
            for guest in [entrant, screener] {
                #expect(try await guest.get(Paths.submission(id)).html.contains(link))
                let html = try await guest.get(Paths.changes(of: id)).html
                let parts = Array(html.components(separatedBy: "<section>")[1...])
                #expect(parts.count == 2)
                #expect(parts[0].contains("ส่งครั้งที่ 3") && parts[0].contains("ส่งโดยไม่ได้แก้"))
                #expect(parts[1].contains("ส่งครั้งที่ 2") && parts[1].contains("เอกสารโครงการ"))
                // The old one is named with its size, and nobody opens it any more.
                #expect(parts[1].contains("<del>เดิม.pdf</del> <small>PDF · 1 KB</small>"))
                let url = Paths.attachment(new.id, of: id)
                #expect(
                    parts[1].contains("<ins><a href=\"\(url)\">ใหม่.pdf</a></ins> <small>PDF · 1 KB</small>"))
                #expect(try await guest.get(url).code == 200)
            }
        }
    }
}
