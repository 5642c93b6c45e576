import SalaEngine
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("Going on with what was begun")
struct BegunEntryTests {
    @Test(
        "starting where the organisation has a draft leads a colleague to it, and where it has filed to that")
    func again() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.draft(0, title: "ก", phone: "080-000-0000")
            let (colleague, town) = (fixture.people.newcomer, fixture.people.towns[0])
            try await fixture.store.decide(
                .approve, about: colleague, in: town, by: .person(fixture.people[.entrant]),
                at: fixture.clock.now)
            let guest = try await fixture.guest(colleague)
            let writing = Paths.page("documents", of: id)
            let page = try await guest.get(Paths.newSubmission(under: SiteFixture.call)).html
            #expect(page.contains("เริ่มไว้แล้วในการเปิดรับนี้") && page.contains("href=\"\(writing)\">กรอกต่อ"))
            #expect(!page.contains("<button class=\"button\">เริ่มกรอก"))
            let start = Paths.submissions(under: SiteFixture.call)
            let organisation = [("organisation", town.description)]
            let before = try await fixture.traces()
            #expect(try await guest.post(start, organisation).location == "\(writing)?done=draft-there")
            #expect(try await fixture.traces() == before)

            let filed = try await fixture.filed(1, title: "ข")
            let rival = try await fixture.guest(.rival)
            let there = try await rival.post(start, [("organisation", fixture.people.towns[1].description)])
            #expect(there.location == "\(Paths.submission(filed))?done=filed-there")
        }
    }

    @Test("the call's page leads who can begin no more to what was begun, and all others to begin")
    func callPage() async throws {
        try await SiteFixture.with { fixture in
            let path = Paths.call(SiteFixture.call)
            let begin = "href=\"\(Paths.newSubmission(under: SiteFixture.call))\">เริ่มยื่นเรื่อง"
            let guest = try await fixture.guest(.entrant)
            #expect(try await guest.get(path).html.contains(begin))
            let id = try await fixture.complete(0, title: "ก", phone: "080-000-0000")
            let draft = try await guest.get(path).html
            #expect(draft.contains("href=\"\(Paths.summary(of: id))\">กรอกต่อ") && !draft.contains(begin))
            let entrant = fixture.people[.entrant]
            try await fixture.act("submit", on: id, by: entrant)
            let filed = try await guest.get(path).html
            #expect(filed.contains("href=\"\(Paths.submission(id))\">ดูเรื่องที่ยื่นไว้"))
            #expect(!filed.contains(begin))
            #expect(try await fixture.guest(.rival).get(path).html.contains(begin))
            #expect(try await fixture.guest(.nobody).get(path).html.contains(begin))
            try await fixture.act("withdraw", ["reason": .text("ก")], on: id, by: entrant)
            #expect(try await guest.get(path).html.contains(begin))
        }
    }

    @Test("what was taken back is not in the way, and another call neither")
    func free() async throws {
        try await SiteFixture.with { fixture in
            let filed = try await fixture.filed(0, title: "ก")
            try await fixture.act("withdraw", ["reason": .text("ก")], on: filed, by: fixture.people[.entrant])
            let guest = try await fixture.guest(.entrant)
            for call in [SiteFixture.call, SiteFixture.nextCall] {
                let page = try await guest.get(Paths.newSubmission(under: call)).html
                #expect(page.contains("<button class=\"button\">เริ่มกรอก") && !page.contains("เริ่มไว้แล้ว"))
            }
        }
    }

    @Test("a draft that was taken back leads to the call while one may begin there, and not afterwards")
    func anew() async throws {
        try await SiteFixture.with { fixture in
            let entrant = fixture.people[.entrant]
            let draft = try await fixture.draft(0, title: "ก", phone: "080-000-0000")
            let guest = try await fixture.guest(.entrant)
            let path = Paths.submission(draft)
            let anew = "href=\"\(Paths.call(SiteFixture.call))\">เริ่มยื่นเรื่องใหม่ที่หน้าการเปิดรับ"
            #expect(try await !guest.get(path).html.contains(anew))
            try await fixture.act("discard", on: draft, by: entrant)
            #expect(try await guest.get(path).html.contains(anew))
            let next = try await fixture.draft(0, title: "ข", phone: "080-000-0000")
            #expect(try await !guest.get(path).html.contains(anew))
            try await fixture.act("discard", on: next, by: entrant)
            #expect(try await guest.get(path).html.contains(anew))
            fixture.clock.move(to: SiteFixture.time(9, 1))
            let late = try await fixture.guest(.entrant).get(path)
            #expect(late.code == 200 && !late.html.contains(anew))
        }
    }

    @Test("going on opens the first page on which something is missing, and the summary when nothing is")
    func goingOn() async throws {
        try await SiteFixture.with { fixture in
            let entrant = fixture.people[.entrant]
            let id = try await fixture.store.start(
                under: SiteFixture.call, for: fixture.people.towns[0], by: entrant, at: fixture.clock.now)
            let guest = try await fixture.guest(.entrant)
            func target() async throws -> String? {
                try await guest.get(Paths.submission(id)).html
                    .firstMatch(of: /<a class="button" href="([^"]+)">กรอกต่อ/).map { String($0.output.1) }
            }
            #expect(try await target() == Paths.page("organisation", of: id))
            let answers = SiteFixture.answers(title: "ก", phone: "080-000-0000")
            try await fixture.store.decide(
                .answer(page: "organisation", answers[0].answers), on: id, by: entrant, at: fixture.clock.now)
            #expect(try await target() == Paths.page("work", of: id))
            let whole = try await fixture.complete(1, title: "ข", phone: "080-000-0000")
            let rival = try await fixture.guest(.rival)
            #expect(
                try await rival.get(Paths.submission(whole)).html.contains(
                    "href=\"\(Paths.summary(of: whole))\">กรอกต่อ"))
        }
    }
}
