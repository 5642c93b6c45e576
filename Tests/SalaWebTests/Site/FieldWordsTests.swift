import Foundation
import SalaEngine
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("What a form says beside its questions")
struct FieldWordsTests {
    private func field(_ name: String, in html: String) throws -> String {
        let label = try #require(html.firstRange(of: "for=\"field-\(name)\""))
        return String(html[label.lowerBound...]).components(separatedBy: "<div class=\"field")[0]
    }

    @Test("marks as required what the answers given make so")
    func required() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.draft(0, title: "ก", phone: "080-000-0000")
            let guest = try await fixture.guest(.entrant)
            let html = try await guest.get(Paths.page("results", of: id)).html
            #expect(try field("minutes_after", in: html).contains("<span class=\"required\">ต้องกรอก</span>"))
            #expect(try field("minutes_after", in: html).contains("aria-required=\"true\""))
            #expect(try !field("minutes_before", in: html).contains("class=\"required\""))
            let work = try await guest.get(Paths.page("work", of: id)).html
            #expect(work.contains("<span class=\"required\">ต้องเลือก</span></legend>"))
            let files = try await guest.get(Paths.page("documents", of: id)).html
            #expect(files.contains("<span class=\"required\">ต้องแนบไฟล์</span></legend>"))
        }
    }

    @Test("says how long a text may be before it is too long, in both languages")
    func lengths() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.draft(0, title: "ก", phone: "080-000-0000")
            let guest = try await fixture.guest(.entrant)
            let page = Paths.page("work", of: id)
            let thai = try await guest.get(page).html
            #expect(try field("title", in: thai).contains("บอกว่าทำอะไรเพื่อใคร · ไม่เกิน 150 ตัวอักษร</p>"))
            #expect(try field("solution", in: thai).contains("ไม่เกิน 5,000 ตัวอักษร</p>"))
            let english = try await guest.speaking(.english).get(page).html
            #expect(try field("summary", in: english).contains("wins a prize. At most 600 characters</p>"))
            let contact = try await guest.get(Paths.page("organisation", of: id)).html
            #expect(try !field("contact_phone", in: contact).contains("ตัวอักษร"))
        }
    }

    @Test("says which answer of the page may call for one that is not required yet")
    func calledFor() async throws {
        try await CallSite.with { office in
            let context = try await CallTemplateTests.context(office.site)
            let asked = SalaEngine.Page(
                name: "page", relevant: nil,
                questions: [
                    Question(name: "name", kind: .text),
                    Question(
                        name: "reason", kind: .text, required: try Expression("${name} != ''"),
                        parameters: ["max-length": "1200"]),
                ])
            let form = Form(pages: [asked], choices: [:])
            let texts = Texts([
                .thai: ["form.name.label": "ชื่อ", "form.reason.label": "เหตุผล", "form.reason.hint": "สั้น ๆ"]
            ])
            let wording = Asking.Wording(
                texts: texts, language: .thai, questions: "form", choices: "choice")
            func reason(_ answers: Answers) throws -> FieldView {
                let asking = Asking(office.site, context, wording, form: form, answers: answers)
                #expect(asking.deciding == ["name"])
                return try #require(asking.fields(of: asked, answers: answers).last)
            }
            let open = try reason([:])
            #expect(!open.isRequired)
            #expect(open.hint == "สั้น ๆ · ไม่เกิน 1,200 ตัวอักษร · อาจจำเป็นต้องตอบ ตามคำตอบของ “ชื่อ”")
            let called = try reason(["name": .text("ก")])
            #expect(called.isRequired && called.hint == "สั้น ๆ · ไม่เกิน 1,200 ตัวอักษร")
        }
    }
}
