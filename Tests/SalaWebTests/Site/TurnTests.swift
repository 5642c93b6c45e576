import SalaEngine
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("What comes next, as each reader takes part in it")
struct TurnTests {
    private func next(_ part: Part, _ id: SubmissionID, _ fixture: SiteFixture) async throws -> String {
        try await next(try await fixture.guest(part), id)
    }

    private func next(_ guest: Guest, _ id: SubmissionID) async throws -> String {
        let page = try await guest.get(Paths.submission(id)).html
        let item = page.firstMatch(of: /(?s)<li class="timeline-next">(.*?)<\/li>/)
        return String(try #require(item).output.1)
    }

    @Test("who filed reads what is asked of filers, everybody else whose turn it is")
    func sides() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.filed(0, title: "ก")
            #expect(try await next(.entrant, id, fixture).contains("แล้วแจ้งผลให้ท่านทราบ"))
            for part in [Part.screener, .officer] {
                let words = try await next(part, id, fixture)
                #expect(words.contains("รอท่านดำเนินการ: ") && !words.contains("ให้ท่านทราบ"))
            }
            let chair = try await next(.chair, id, fixture)
            #expect(chair.contains("รอเจ้าหน้าที่โครงการ หรือ ผู้ตรวจสอบคุณสมบัติดำเนินการ"))

            try await fixture.act(
                "return", ["parts": .list(["work"]), "reason": .text("ก"), "due": .text("2026-07-30")],
                on: id, by: fixture.people[.screener])
            #expect(try await next(.entrant, id, fixture).contains("โปรดแก้ไขตามที่เจ้าหน้าที่แจ้ง"))
            for part in [Part.screener, .officer, .chair] {
                let words = try await next(part, id, fixture)
                #expect(words.contains("รอผู้ส่งผลงานแก้ไขแล้วส่ง") && !words.contains("โปรดแก้ไข"))
                // By when stands there as before.
                #expect(words.contains("30 กรกฎาคม 2569"))
            }
            let english = try await next(try await fixture.guest(.chair).speaking(.english), id)
            #expect(english.contains("Waiting for the filer to correct and send it (Entrant)"))
        }
    }

    @Test(
        "in a round judges read that theirs is awaited, until they have given it; then it is the committee's")
    func rounds() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.filed(0, title: "ก")
            try await fixture.act("pass", SiteFixture.passInput, on: id, by: fixture.people[.screener])
            try await fixture.assign(id, "first-round")
            #expect(try await next(.judge, id, fixture).contains("รอท่านให้คะแนน"))
            #expect(try await next(.officer, id, fixture).contains("รอกรรมการให้คะแนนให้ครบ"))
            for judge in fixture.people.judges {
                let scoring = Scoring(
                    scores: [
                        "impact": 3, "usefulness": 3, "innovation": 3, "sustainability": 3,
                        "replicability": 3,
                    ], commentToCommittee: "ก", commentToFiler: "ข", isFinal: true)
                try await fixture.store.decide(
                    .review(round: "first-round", scoring), on: id, by: judge, at: fixture.clock.tick())
            }
            #expect(try await next(.judge, id, fixture).contains("รอกรรมการให้คะแนนให้ครบ"))
            let ranking = Paths.ranking("first-round", of: SiteFixture.call)
            for part in [Part.officer, .chair] {
                #expect(try await next(part, id, fixture).contains("รอท่านดำเนินการในหน้าจัดอันดับ: "))
                let page = try await fixture.guest(part).get(Paths.submission(id)).html
                #expect(page.contains("<a class=\"button\" href=\"\(ranking)\">"))
            }
            for part in [Part.entrant, .judge, .screener] {
                #expect(try await !fixture.guest(part).get(Paths.submission(id)).html.contains(ranking))
            }
            try await fixture.act("select", on: id, by: fixture.people[.officer])
            #expect(try await next(.chair, id, fixture).contains("รอประกาศผล"))
            #expect(try await !next(.entrant, id, fixture).contains("รอประกาศผล"))
        }
    }

    @Test("a round that is over keeps nobody waiting who got no place in it")
    func over() async throws {
        try await SiteFixture.with(seeded: true) { fixture in
            let id = fixture.entry("selected")
            let filer = try await fixture.guest(fixture.people.filers[8])
            for guest in [filer, try await fixture.guest(.officer), try await fixture.guest(.chair)] {
                let words = try await next(guest, id)
                #expect(words.contains("การพิจารณารอบสุดท้ายสิ้นสุดแล้ว"))
                #expect(!words.contains("อยู่ในการพิจารณา") && !words.contains("รอท่าน"))
            }
            let officer = try await fixture.guest(.officer)
            let ranking = Paths.ranking("final-round", of: SiteFixture.call)
            #expect(!(try await officer.get(Paths.desks).html.contains("<a href=\"\(ranking)\"><strong>")))
            #expect(!(try await officer.get(ranking).html.contains("/selection\"")))
        }
    }
}
