import SalaEngine
import Testing

@testable import SalaWeb

@Suite("A setting of a call that another one bounds, on its pages")
struct BoundedSettingPageTests {
    private static let words = "ต้องไม่เกินค่าของ จำนวนรางวัล “ท้องถิ่นดิจิทัล”"

    private func fields(awards: String) -> [(String, String)] {
        [
            ("title-th", "การประกวด"), ("title-en", "Contest"), ("opens-date", "1/8/2569"),
            ("closes-date", "31/8/2569"), ("setting-prizes", "3"), ("setting-awards", awards),
        ]
    }

    @Test("a new call with more of it is not opened: the field names the other one")
    func opening() async throws {
        try await SiteFixture.with { fixture in
            let officer = try await fixture.guest(.officer)
            func open(_ awards: String) async throws -> (code: Int, html: String) {
                let call = [
                    ("programme", SiteFixture.programme), ("office", fixture.people.office.description),
                    ("handle", "bounded"),
                ]
                let answer = try await officer.post("/desks/calls", call + fields(awards: awards))
                return (answer.code, answer.html)
            }
            let refused = try await open("9")
            #expect(refused.code == 422 && refused.html.contains("field-setting-awards-error"))
            #expect(!refused.html.contains("field-setting-prizes-error"))
            #expect(refused.html.contains(Self.words))
            #expect(try await open("3").code == 303)
        }
    }

    @Test("a draft is not set up with more of it either")
    func configuring() async throws {
        try await SiteFixture.with { fixture in
            let officer = try await fixture.guest(.officer)
            let path = Paths.settings(of: SiteFixture.secretCall)
            let refused = try await officer.post(path, fields(awards: "9"))
            #expect(refused.code == 422 && refused.html.contains(Self.words))
            #expect(refused.html.contains("href=\"#field-setting-awards\""))
            let english = try await officer.speaking(.english).post(path, fields(awards: "9"))
            #expect(english.html.contains("not be more than the value of Number of “Digital Local” prizes"))
            #expect(try await officer.post(path, fields(awards: "2")).code == 303)
        }
    }
}
