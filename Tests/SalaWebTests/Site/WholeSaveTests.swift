import Foundation
import HummingbirdTesting
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("Saving a page of a form")
struct WholeSaveTests {
    private let link = "https://video.example.go.th/42"

    @Test("keeps the answers and the good files beside those that are refused, and says which and why")
    func refused() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.draft(0, title: "ก", phone: "080-000-0000")
            let guest = try await fixture.guest(.entrant)
            let answer = try await guest.upload(
                Paths.page("documents", of: id),
                [
                    UploadPart(name: "video_link", text: link),
                    UploadPart(name: "project_document", file: "setup.exe", bytes: SampleFiles.zip),
                    UploadPart(name: "consent_letter", file: "รับรอง.pdf", bytes: SampleFiles.pdf("new")),
                    UploadPart(name: "pictures", file: "หนึ่ง.png", bytes: SampleFiles.png),
                    UploadPart(name: "pictures", file: "ว่าง.png", bytes: []),
                    UploadPart(name: "pictures", file: "สอง.png", bytes: SampleFiles.png + [0]),
                    UploadPart(name: "go", text: "leave"),
                ])
            #expect(answer.code == 422)
            let shown = PageShape(answer.html).text
            #expect(shown.contains("บันทึกคำตอบและไฟล์อื่นในหน้านี้แล้ว"))
            #expect(!shown.contains("ยังไม่ได้บันทึก") && !shown.contains("ทุกครั้งที่กดบันทึก"))
            #expect(shown.contains("เนื้อหาของไฟล์ setup.exe ไม่ใช่ชนิดที่รับ ข้อนี้รับเฉพาะไฟล์ชนิด PDF"))
            #expect(shown.contains("ไฟล์ ว่าง.png ว่างเปล่า"))
            #expect(answer.html.contains("href=\"#field-project_document\""))
            #expect(answer.html.contains("href=\"#field-pictures\""))
            #expect(!answer.html.contains("href=\"#field-consent_letter\""))
            let after = try await fixture.submission(id)
            #expect(after.answers["video_link"] == .text(link))
            #expect(after.attachments.values.map(\.name).sorted() == ["รับรอง.pdf", "สอง.png", "หนึ่ง.png"])
            #expect(try fixture.keptFiles().filter { !$0.hasPrefix("incoming") }.count == 3)
        }
    }

    @Test("takes one picture once, though it comes under two names, and says under which it is there")
    func twice() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.draft(0, title: "ก", phone: "080-000-0000")
            let guest = try await fixture.guest(.entrant)
            let path = Paths.page("documents", of: id)
            func send(_ names: [String]) async throws -> TestResponse {
                try await guest.upload(
                    path, names.map { UploadPart(name: "pictures", file: $0, bytes: SampleFiles.png) })
            }
            let together = try await send(["หนึ่ง.png", "สอง.png"])
            #expect(together.code == 422)
            let words = "ไม่ได้แนบไฟล์ สอง.png เพราะเนื้อหาเหมือนกับไฟล์ หนึ่ง.png ที่แนบไว้ในข้อนี้แล้ว"
            #expect(PageShape(together.html).text.contains(words))
            #expect(try await send(["สาม.png"]).code == 422)
            #expect(try await fixture.submission(id).attachments.values.map(\.name) == ["หนึ่ง.png"])
            // The same content may answer another question.
            try await fixture.attach(
                "หนึ่ง.pdf", SampleFiles.pdf("a"), "application/pdf", to: "project_document", of: id,
                by: fixture.people.filers[0])
            try await fixture.attach(
                "หนึ่ง.pdf", SampleFiles.pdf("a"), "application/pdf", to: "consent_letter", of: id,
                by: fixture.people.filers[0])
            // And what is chosen anew in the place of the only one is no mistake.
            let anew = try await guest.upload(
                path, [UploadPart(name: "consent_letter", file: "ก.pdf", bytes: SampleFiles.pdf("a"))])
            #expect(anew.code == 303)
        }
    }

    @Test("tells in one place that the answers are saved and which file is not, also one that was never sent")
    func withheld() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.draft(0, title: "ก", phone: "080-000-0000")
            let guest = try await fixture.guest(.entrant)
            for go in ["stay", "next", "leave"] {
                let answer = try await guest.upload(
                    Paths.page("documents", of: id),
                    [
                        UploadPart(name: "video_link", text: "www.example.go.th"),
                        UploadPart(name: "too-large-project_document", text: "ใหญ่มาก.pdf"),
                        UploadPart(name: "too-large-pictures", text: ""), UploadPart(name: "go", text: go),
                    ])
                #expect(answer.code == 422)
                let notice = try #require(answer.html.firstRange(of: "class=\"notice warning\""))
                let said = answer.html[notice.upperBound...].components(
                    separatedBy: "</div>")[0]
                #expect(said.contains("บันทึกคำตอบและไฟล์อื่นในหน้านี้แล้ว"))
                #expect(said.contains("ไฟล์ ใหญ่มาก.pdf ใหญ่เกิน 20 MB"))
                #expect(said.contains("เอกสารโครงการ"))
            }
            let saved = try await fixture.submission(id)
            #expect(saved.answers["video_link"] == .text("https://www.example.go.th"))
        }
    }

    @Test("keeps the lines of a text for everybody who reads it")
    func lines() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.draft(0, title: "ก", phone: "080-000-0000")
            let guest = try await fixture.guest(.entrant)
            let path = Paths.page("work", of: id)
            _ = try await guest.post(
                path, [("problem", "ใช้เวลาเก้าวัน\r\n- นอกเขต\r\n\r\n- ผู้สูงอายุ"), ("go", "stay")])
            for page in [Paths.submission(id), Paths.summary(of: id)] {
                let html = try await guest.get(page).html
                #expect(html.contains("ใช้เวลาเก้าวัน\n- นอกเขต\n- ผู้สูงอายุ"), "\(page)")
            }
        }
    }

    @Test("lets a new file take the place of the only one, and keeps that one where the new one is refused")
    func replaced() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.draft(0, title: "ก", phone: "080-000-0000")
            try await fixture.attach(
                "เดิม.pdf", SampleFiles.pdf("old"), "application/pdf", to: "project_document", of: id,
                by: fixture.people.filers[0])
            let guest = try await fixture.guest(.entrant)
            let path = Paths.page("documents", of: id)
            #expect(try await guest.get(path).html.contains("ไฟล์ใหม่จะแทนไฟล์เดิม"))
            let old = try #require(try await fixture.submission(id).attachments.keys.first).description
            let refused = try await guest.upload(
                path,
                [
                    UploadPart(name: "remove-file", text: old),
                    UploadPart(name: "project_document", file: "ว่าง.pdf", bytes: []),
                ])
            #expect(refused.code == 422)
            #expect(refused.html.contains("value=\"\(old)\" checked"))
            #expect(try await fixture.submission(id).attachments.values.map(\.name) == ["เดิม.pdf"])
            let taken = try await guest.upload(
                path, [UploadPart(name: "project_document", file: "ใหม่.pdf", bytes: SampleFiles.pdf("new"))])
            #expect(taken.code == 303)
            #expect(try await fixture.submission(id).attachments.values.map(\.name) == ["ใหม่.pdf"])
        }
    }

    @Test("says once how much is saved: what was typed is, though something must be mended")
    func saved() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.draft(0, title: "ก", phone: "080-000-0000")
            let guest = try await fixture.guest(.entrant)
            let path = Paths.page("organisation", of: id)
            let plain = try await guest.get(path).html
            #expect(plain.contains("ทุกครั้งที่กดบันทึก") && !plain.contains("บันทึกคำตอบในหน้านี้แล้ว"))
            let answer = try await guest.post(path, [("contact_name", "ผู้ประสานงาน"), ("go", "next")])
            #expect(answer.code == 422)
            let shown = PageShape(answer.html).text
            #expect(shown.contains("บันทึกคำตอบในหน้านี้แล้ว แต่ยังมีข้อที่ต้องแก้"))
            #expect(!shown.contains("ยังไม่ได้บันทึก") && !shown.contains("ทุกครั้งที่กดบันทึก"))
            #expect(answer.html.contains("data-guard data-saved"))
            #expect(try await fixture.submission(id).answers["contact_name"] == .text("ผู้ประสานงาน"))
        }
    }

    @Test("keeps the answers, the files taken away and the files given together")
    func whole() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.draft(0, title: "ก", phone: "080-000-0000")
            try await fixture.attach(
                "เดิม.pdf", SampleFiles.pdf("old"), "application/pdf", to: "project_document", of: id,
                by: fixture.people.filers[0])
            let guest = try await fixture.guest(.entrant)
            let before = try await fixture.submission(id)
            let old = try #require(before.attachments.keys.first).description
            // One file may stand here: it is taken away and given anew at once.
            let parts = [
                UploadPart(name: "video_link", text: link), UploadPart(name: "remove-file", text: old),
                UploadPart(name: "project_document", file: "ใหม่.pdf", bytes: SampleFiles.pdf("new")),
                UploadPart(name: "go", text: "stay"),
            ]
            #expect(try await guest.upload(Paths.page("documents", of: id), parts).code == 303)
            let after = try await fixture.submission(id)
            #expect(after.answers["video_link"] == .text(link))
            #expect(after.attachments.values.map(\.name) == ["ใหม่.pdf"])
            #expect(after.sequence == before.sequence + 3)
            // Sent twice, what was to be taken away is gone already, which hinders nothing.
            let again = try await guest.upload(
                Paths.page("documents", of: id), Array(parts.prefix(2)) + [parts[3]])
            #expect(again.code == 303)
            #expect(try await fixture.submission(id) == after)
        }
    }
}
