import SalaEngine
import SalaStore
import Testing

@testable import SalaWeb

@Suite("Those who run the contest")
struct CommitteeDeskTests {
    private let round = Paths.panel("final-round", of: SiteFixture.call)

    @Test("are offered no decision in a round whose places are taken, and none is held")
    func finishedRound() async throws {
        try await SiteFixture.with(seeded: true) { fixture in
            let chair = try await fixture.guest(.chair)
            let html = try await chair.get("\(round)/ranking").html
            #expect(html.contains("ผลงานชนะเลิศ") && html.contains("ผลงานได้รางวัล"))
            #expect(!html.contains("\(round)/selection"))
            #expect(!html.contains("ผลประเมินยังไม่ครบ") && !html.contains("ขณะนี้ยังไม่ครบ"))
            #expect(try await chair.post("\(round)/selection").code == 409)
        }
    }

    @Test("see beside a name which parts may stand in each other's way")
    func doubleParts() async throws {
        try await SiteFixture.with(seeded: true) { fixture in
            let officer = try await fixture.guest(.officer)
            let path = Paths.people(of: SiteFixture.call)
            let warning = "ที่มีบทบาทซึ่งอาจขัดกัน"
            #expect(try await !officer.get(path).html.contains(warning))
            try await fixture.store.decide(
                .grant(role: "screener", person: fixture.people[.judge]), on: SiteFixture.call,
                by: fixture.people[.officer], at: fixture.clock.tick())
            try await fixture.store.grantMembership(
                fixture.people[.otherJudge], fixture.people.towns[0], role: .member, at: fixture.clock.tick()
            )
            let html = try await officer.get(path).html
            #expect(html.contains("มี 2 คน\(warning)"))
            #expect(html.contains("เป็นทั้งกรรมการให้คะแนนและผู้ตรวจหรือตัดสินเรื่อง: กรรมการ, ผู้ตรวจสอบคุณสมบัติ"))
            #expect(html.contains("เป็นสมาชิกของหน่วยงานที่ยื่นเรื่องในการเปิดรับนี้: เทศบาลเมืองตัวอย่าง ก"))
            let english = try await officer.speaking(.english).get(path).html
            #expect(english.contains("2 people have parts"))
        }
    }

    @Test("read the judges' addresses only where they assign")
    func addresses() async throws {
        try await SiteFixture.with { fixture in
            let panel = Paths.panel("first-round", of: SiteFixture.call)
            let address = "judge-2@people.example"
            #expect(try await fixture.guest(.officer).get(panel).html.contains(address))
            let chair = try await fixture.guest(.chair).get(panel)
            #expect(chair.code == 200 && !chair.html.contains(address))
        }
    }

    @Test("read in the timeline what an action asked, and the filer reads what the letter says")
    func timeline() async throws {
        try await SiteFixture.with(seeded: true) { fixture in
            let returned = Paths.submission(fixture.entry("correction"))
            let filer = try await fixture.guest(fixture.people.filers[2])
            for guest in [try await fixture.guest(.officer), filer] {
                let html = try await guest.get(returned).html
                #expect(html.contains("โปรดเพิ่มรายละเอียด") && html.contains("27 กรกฎาคม 2569"))
                #expect(html.contains("<dt>ส่วนที่ต้องแก้ไข</dt>"))
            }
            let judging = Paths.submission(fixture.entry("judging"))
            let checks = "<dt>ตรวจสอบแล้วว่า</dt>"
            #expect(try await fixture.guest(.screener).get(judging).html.contains(checks))
            let own = try await fixture.guest(fixture.people.filers[3]).get(judging)
            #expect(own.code == 200 && !own.html.contains(checks))
        }
    }

    @Test("read in the timeline which judge was asked or taken off, and whom a letter went to")
    func judgesInTimeline() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.filed(0, title: "ก")
            try await fixture.act("pass", SiteFixture.passInput, on: id, by: fixture.people[.screener])
            try await fixture.assign(id, "first-round")
            try await fixture.store.decide(
                .unassign(round: "first-round", judge: fixture.people.judges[1], reason: "ลาออก"), on: id,
                by: fixture.people[.officer], at: fixture.clock.tick())
            let page = Paths.submission(id)
            for part in [Part.officer, .chair] {
                let html = try await fixture.guest(part).get(page).html
                for line in [
                    "มอบหมายกรรมการ (การพิจารณารอบแรก): นามกรรมการสาม",
                    "ยกเลิกการมอบหมายกรรมการ (การพิจารณารอบแรก): นามกรรมการสอง",
                    "(ถึง ผู้ยื่น ก (ตัวอย่าง))</a>",
                ] {
                    #expect(html.contains(line), "\(part): \(line)")
                }
                // Whose doing it is stands beside it already.
                #expect(html.contains("กรรมการแจ้งว่าไม่มีส่วนได้เสีย (การพิจารณารอบแรก)</p>"))
            }
            for part in [Part.entrant, .judge, .screener] {
                let answer = try await fixture.guest(part).get(page)
                #expect(answer.code == 200, "\(part)")
                for name in ["นามกรรมการสอง", "นามกรรมการสาม", "(ถึง "] {
                    #expect(!answer.html.contains(name), "\(part): \(name)")
                }
            }
        }
    }

    @Test("tell what is overdue from what has no deadline")
    func overdue() async throws {
        try await SiteFixture.with(seeded: true) { fixture in
            fixture.clock.move(to: SiteFixture.time(7, 25, 9))
            try await fixture.store.fallDue(at: fixture.clock.now)
            let screener = try await fixture.guest(.screener)
            let late = try await screener.get("\(Paths.desk(SiteFixture.call))?stage=screening").html
            #expect(late.contains("<time class=\"days-left overdue\"") && late.contains("เลยกำหนดเมื่อ "))
            #expect(!late.contains("ไม่มีกำหนด"))
            let all = try await screener.get(Paths.desk(SiteFixture.call)).html
            #expect(all.contains("<td>ไม่มีกำหนด</td>"))
            // The entry's own page says it likewise, and its filer does not read that the office is late.
            let entry = Paths.submission(fixture.entry("screening"))
            let told = try await screener.get(entry).html
            #expect(told.contains("<time class=\"days-left overdue\"") && told.contains("เลยกำหนดเมื่อ "))
            let english = try await screener.speaking(.english).get(entry).html
            #expect(english.contains("Overdue, due "))
            let filer = try await fixture.guest(fixture.people.filers[1]).get(entry)
            #expect(filer.code == 200 && !filer.html.contains("class=\"days-left"))
        }
    }

    @Test("see what a call can no longer change before they publish it")
    func publication() async throws {
        try await SiteFixture.with { fixture in
            let officer = try await fixture.guest(.officer).speaking(.english)
            let html = try await officer.get(Paths.publication(of: SiteFixture.secretCall)).html
            for words in [
                "Version of the programme", "<dd>1, of", "35%", "The score is the mean of all the judges",
                "The earlier filing", "at most 1 each",
            ] {
                #expect(html.contains(words), "\(words)")
            }
        }
    }
}
