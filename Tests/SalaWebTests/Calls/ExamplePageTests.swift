import SalaEngine
import SalaThai
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("The pages of each role that a preview shows with an example")
struct ExamplePageTests {
    private static let words: [String: [(page: String, words: String)]] = [
        "applicant": [
            ("start", "หน่วยงานตัวอย่าง"), ("form", "name=\"contact_name\""), ("summary", "(ตัวอย่าง) ชื่อผลงาน"),
            ("submission", "อยู่ระหว่างตรวจสอบคุณสมบัติ"),
        ],
        "officer": [("desk", "DL-2569-0001"), ("submission", "/actions/pass")],
        "screener": [("desk", "หน่วยงานตัวอย่าง"), ("submission", "/actions/return")],
        "judge": [
            ("judging", "DL-2569-0001"), ("review", "name=\"score-impact\""),
            ("submission", "(ตัวอย่าง) ชื่อผลงาน"),
        ],
        "chair": [("desk", "(ตัวอย่าง) ชื่อผลงาน"), ("submission", "DL-2569-0001")],
    ]

    @Test("are the role's own, say that they are an example, and leave no trace")
    func pages() async throws {
        try await SiteFixture.with { fixture in
            let officer = try await fixture.guest(.officer)
            let before = try await fixture.traces()
            for call in [SiteFixture.call, SiteFixture.secretCall] {
                for (role, pages) in Self.words {
                    let preview = try await officer.get(Paths.preview(of: call, as: role)).html
                    for (page, words) in pages {
                        let path = "\(Paths.preview(of: call))/\(role)/\(page)"
                        #expect(preview.contains("href=\"\(path)\""), "\(path)")
                        let answer = try await officer.get(path)
                        #expect(answer.code == 200 && answer.html.contains(words), "\(path)")
                        #expect(answer.html.contains("หน้าตัวอย่าง เรื่องนี้สมมติขึ้น"), "\(path)")
                        // What is sent from there carries no token and is refused.
                        #expect(!answer.html.contains("value=\"\(officer.csrf)\""), "\(path)")
                    }
                }
            }
            #expect(try await fixture.traces() == before)
        }
    }

    @Test("are shown as within the period and with nothing missing, before it begins and after it ends")
    func whole() async throws {
        try await SiteFixture.with { fixture in
            let path = "\(Paths.preview(of: SiteFixture.call))/applicant/summary"
            for now in [
                SiteFixture.period.opens.adding(seconds: -30 * 86_400), SiteFixture.present,
                SiteFixture.time(12, 1),
            ] {
                fixture.clock.move(to: now)
                let officer = try await fixture.guest(.officer)
                let summary = try await officer.get(path).html
                #expect(summary.contains("(ตัวอย่าง) ชื่อผลงาน"))
                #expect(!summary.contains("ยังขาดหรือต้องแก้") && !summary.contains("class=\"missing\""))
                #expect(!summary.contains("ปิดรับแล้ว") && !summary.contains("/thumbnail"))
            }
        }
    }

    @Test("show a judge nothing that is kept from judges")
    func hidden() async throws {
        try await SiteFixture.with { fixture in
            let officer = try await fixture.guest(.officer)
            let label = "ตำแหน่ง"
            func page(_ role: String) async throws -> String {
                try await officer.get("\(Paths.preview(of: SiteFixture.call))/\(role)/submission").html
            }
            #expect(try await page("screener").contains("(ตัวอย่าง) \(label)"))
            #expect(!(try await page("judge").contains("(ตัวอย่าง) \(label)")))
        }
    }

    @Test("are not there for what the role never gets to")
    func absent() async throws {
        try await SiteFixture.with { fixture in
            let officer = try await fixture.guest(.officer)
            for page in [
                "judge/desk", "judge/start", "applicant/desk", "screener/review", "nobody/desk", "judge/x",
            ] {
                let path = "\(Paths.preview(of: SiteFixture.call))/\(page)"
                #expect(try await officer.get(path).code == 404, "\(page)")
            }
        }
    }
}
