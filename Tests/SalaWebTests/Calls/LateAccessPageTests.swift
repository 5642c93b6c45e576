import SalaEngine
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("A call's page after the close")
struct LateAccessPageTests {
    @Test("leads on whom late access was granted, says until when, and tells nobody else of it")
    func granted() async throws {
        try await SiteFixture.with { fixture in
            fixture.clock.move(to: SiteFixture.time(9, 1, 9))
            try await fixture.store.decide(
                .grantLateAccess(
                    .organisation(fixture.people.towns[0]), until: SiteFixture.time(9, 3, 16, 30),
                    reason: "น้ำท่วม"),
                on: SiteFixture.call, by: fixture.people[.officer], at: fixture.clock.now)
            let path = Paths.call(SiteFixture.call)
            let begin = "href=\"\(Paths.newSubmission(under: SiteFixture.call))\""
            let entrant = try await fixture.guest(fixture.people.filers[0])
            let theirs = try await entrant.get(path).html
            #expect(theirs.contains("ได้รับอนุญาตให้ส่งได้ถึง 3 กันยายน 2569 16:30 น.") && theirs.contains(begin))
            for person in [fixture.people.filers[1], fixture.people[.citizen]] {
                let page = try await fixture.guest(person).get(path).html
                #expect(page.contains("ปิดรับแล้ว") && !page.contains("ได้รับอนุญาต") && !page.contains(begin))
            }
            let stranger = try await fixture.guest(.nobody).get(path).html
            #expect(!stranger.contains("ได้รับอนุญาต") && !stranger.contains(begin))
            fixture.clock.move(to: SiteFixture.time(9, 3, 16, 31))
            #expect(try await !entrant.get(path).html.contains(begin))
        }
    }
}
