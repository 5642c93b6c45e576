import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import SalaWeb

@Suite("What a call's page says that one will need")
struct CallNeedsTests {
    @Test("names every file that the form asks for with its kinds and limits, and every page of questions")
    func contest() async throws {
        try await SiteFixture.with { fixture in
            let path = Paths.call(SiteFixture.call)
            let answer = try await fixture.client.executeRequest(
                uri: path, method: .get, headers: [:], body: nil)
            let start = try #require(answer.html.firstRange(of: "id=\"needed\""))
            let needed = String(answer.html[start.lowerBound...].prefix { $0 != "\u{0}" })
            for words in [
                "หนังสือรับรองจากผู้บริหารท้องถิ่น", "ผู้บริหารท้องถิ่นลงนาม", "ไฟล์ PDF หนึ่งไฟล์ ขนาดไม่เกิน 20 MB",
                "ภาพ JPG, PNG หรือ WebP ไม่เกิน 3 ภาพ ภาพละไม่เกิน 10 MB",
                "ไฟล์ PDF หนึ่งไฟล์ ขนาดไม่เกิน 10 MB",
            ] {
                #expect(needed.contains(words), "\(words)")
            }
            // Four questions of the first page are always asked, and four files or links of the fifth.
            #expect(needed.components(separatedBy: "(4 ข้อ)").count == 3)
            // Fifteen of the second, some of them only after certain answers.
            #expect(needed.contains("(ไม่เกิน 15 ข้อ ตามคำตอบ)"))
        }
    }

    @Test("says of a file that it may be left out")
    func optional() async throws {
        try await CallSite.with { office in
            try await office.openCall()
            let html = try await office.officer.get(Paths.call("open-call")).html
            #expect(html.contains("<span class=\"soft\">(optional)</span>"))
            #expect(html.contains("One file (PDF), 10 MB at most"))
        }
    }
}
