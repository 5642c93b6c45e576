import SalaEngine
import Testing

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
}
