import SalaEngine
import SalaThai
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("What stands above and around the pages of an entry")
struct EntryHeadTests {
    @Test("each page on the way names whom one files for, and leads to the page of the call")
    func heads() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.complete(0, title: "ก", phone: "080-000-0000")
            let guest = try await fixture.guest(.entrant)
            let dossier = try await fixture.store.dossier(id, for: fixture.people[.entrant])
            let submit = try #require(dossier.programme.workflow.action("submit"))
            let sending = Paths.action("submit", on: id, shown: dossier.stamp(for: submit))
            for path in [Paths.page("work", of: id), Paths.summary(of: id), sending] {
                let html = try await guest.get(path).html
                #expect(html.contains("<p class=\"eyebrow\"><a href=\"\(Paths.call(SiteFixture.call))\">"))
                #expect(html.contains("ยื่นในนามของ เทศบาลเมืองตัวอย่าง ก"), "\(path)")
            }
            try await fixture.act("submit", on: id, by: fixture.people[.entrant])
            let screening = try await fixture.guest(.screener).get(Paths.action("return", on: id))
            #expect(screening.code == 200 && !screening.html.contains("ยื่นในนามของ"))
        }
    }

    @Test("a form page leads to those who write along, and to the list of pages where a phone has no room")
    func ways() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.draft(0, title: "ก", phone: "080-000-0000")
            let html = try await fixture.guest(.entrant).get(Paths.page("work", of: id)).html
            #expect(html.contains("<a href=\"\(Paths.company(of: id))\">ผู้ร่วมเขียน</a>"))
            #expect(html.contains("steps-all\" form=\"page-form\" name=\"go\" value=\"summary\">"))
        }
    }

    @Test("the summary says until which day and hour, and to whom late access was granted until when that is")
    func closing() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.draft(0, title: "ก", phone: "080-000-0000")
            let guest = try await fixture.guest(.entrant)
            let before = try await guest.get(Paths.summary(of: id)).html
            #expect(before.contains("<strong>31 สิงหาคม 2569 23:59 น.</strong>"))
            fixture.clock.move(to: SiteFixture.time(9, 1, 9))
            try await fixture.store.decide(
                .grantLateAccess(
                    .organisation(fixture.people.towns[0]), until: SiteFixture.time(9, 3, 16, 30),
                    reason: "น้ำท่วม"),
                on: SiteFixture.call, by: fixture.people[.officer], at: fixture.clock.now)
            let late = try await fixture.guest(.entrant).get(Paths.summary(of: id)).html
            #expect(late.contains("<strong>3 กันยายน 2569 16:30 น.</strong>"))
        }
    }

    @Test("a winner's public page leads to how its result came about, once that is released")
    func result() async throws {
        try await SiteFixture.with(seeded: true) { fixture in
            let number = try await fixture.number(of: "awarded")
            let path = Paths.registerEntry(number, in: SiteFixture.call)
            let link = "href=\"\(Paths.result("first-round", of: SiteFixture.call))\""
            let guest = try await fixture.guest(.nobody)
            #expect(try await !guest.get(path).html.contains(link))
            try await fixture.store.release(
                SiteFixture.call, by: fixture.people[.officer], at: SiteFixture.present)
            #expect(try await guest.get(path).html.contains(link))
        }
    }

    @Test("the receipt of what was withdrawn says so, with the time, and no other receipt does")
    func receipt() async throws {
        try await SiteFixture.with(seeded: true) { fixture in
            let guest = try await fixture.guest(.nobody)
            let withdrawn = Paths.receipt(try await fixture.receipt(of: "withdrawn"))
            let words = "ผู้ยื่นถอนเรื่องนี้แล้วเมื่อ 2 กรกฎาคม 2569 09:01 น."
            #expect(try await guest.get(withdrawn).html.contains(words))
            let rejected = try await guest.get(Paths.receipt(try await fixture.receipt(of: "rejected"))).html
            #expect(!rejected.contains("ถอนเรื่องนี้แล้ว"))
        }
    }
}
