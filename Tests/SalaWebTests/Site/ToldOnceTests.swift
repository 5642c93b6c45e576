import HTTPTypes
import HummingbirdTesting
import SalaEngine
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("What was just done")
struct ToldOnceTests {
    @Test("is said by the page that follows, and by the same address asked for again no more")
    func once() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.complete(0, title: "ก", phone: "080-000-0000")
            let guest = try await fixture.guest(.entrant)
            let filed = try await guest.post(Paths.action("submit", on: id))
            let address = "\(Paths.submission(id))?done=filed"
            #expect(filed.location == address)
            #expect(
                filed.headers[values: .setCookie].contains {
                    $0.contains("sala-told=") && $0.contains("Max-Age=60")
                })
            let notice = "ส่งเรียบร้อย ใบรับอยู่ในหน้านี้"
            #expect(try await guest.get(address).html.contains(notice))
            let again = try await guest.get(address)
            #expect(again.code == 200 && !again.html.contains(notice) && !again.html.contains("?done="))
            try await fixture.act(
                "return", ["parts": .list(["work"]), "reason": .text("ก"), "due": .text("2026-07-30")],
                on: id, by: fixture.people[.screener])
            let late = try await guest.get(address).html
            #expect(late.contains("รอแก้ไขเพิ่มเติม") && !late.contains(notice))
        }
    }

    @Test(
        "is not said by an address that nobody was led to",
        arguments: [
            "done=filed", "done=saved", "done=started", "done=acted", "%64one=filed",
            "stage=screening&done=filed",
        ])
    func invented(query: String) async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.filed(0, title: "ก")
            let guest = try await fixture.guest(.entrant)
            let page = try await guest.get("\(Paths.submission(id))?\(query)").html
            #expect(!page.contains("notice success"))
        }
    }

    @Test("is said of the page that it led to, not of another one")
    func elsewhere() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.draft(0, title: "ก", phone: "080-000-0000")
            let guest = try await fixture.guest(.entrant)
            let page = Paths.page("declaring", of: id)
            let saved = try await guest.post(
                page, ["truthful", "rights", "publication"].map { ("declaration", $0) } + [("go", "stay")])
            #expect(saved.location == "\(page)?done=saved")
            #expect(try await !guest.get("\(Paths.following)?done=saved").html.contains("notice success"))
            #expect(try await !guest.get("\(page)?done=started").html.contains("notice success"))
            #expect(try await guest.get("\(page)?done=saved").html.contains("บันทึกแล้ว"))
        }
    }

    @Test("leaves the pages that are kept for everybody as they are")
    func kept() async throws {
        try await SiteFixture.with { fixture in
            let guest = try await fixture.guest(.nobody)
            let plain = try await guest.get(Paths.home)
            let asked = try await guest.get("\(Paths.home)?done=signed-out")
            #expect(asked.html == plain.html && asked.headers[.cacheControl] == plain.headers[.cacheControl])
            #expect(asked.headers[.setCookie] == nil)
        }
    }
}
