import Foundation
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("Saving a page of a form")
struct WholeSaveTests {
    private let link = "https://video.example.go.th/42"

    @Test(
        "with a file that is refused changes nothing at all, and shows all that was typed and every mistake")
    func refused() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.draft(0, title: "ก", phone: "080-000-0000")
            try await fixture.attach(
                "เดิม.pdf", SampleFiles.pdf("old"), "application/pdf", to: "project_document", of: id,
                by: fixture.people.filers[0])
            let guest = try await fixture.guest(.entrant)
            let before = try await fixture.submission(id)
            let (traces, files) = (try await fixture.traces(), try fixture.keptFiles())
            let old = try #require(before.attachments.keys.first).description
            let answer = try await guest.upload(
                Paths.page("documents", of: id),
                [
                    UploadPart(name: "video_link", text: link), UploadPart(name: "remove-file", text: old),
                    UploadPart(name: "project_document", file: "ใหม่.pdf", bytes: SampleFiles.pdf("new")),
                    UploadPart(name: "consent_letter", file: "ว่าง.pdf", bytes: []),
                    UploadPart(name: "pictures", file: "ภาพ.png", bytes: SampleFiles.zip),
                    UploadPart(name: "go", text: "next"),
                ])
            #expect(answer.code == 422)
            #expect(answer.html.contains("name=\"video_link\" value=\"\(link)\""))
            #expect(answer.html.contains("value=\"\(old)\" checked"))
            #expect(answer.html.contains("href=\"#field-consent_letter\""))
            #expect(answer.html.contains("href=\"#field-pictures\""))
            #expect(answer.html.contains("ไฟล์ที่แนบมาด้วยต้องเลือกใหม่อีกครั้ง"))
            #expect(try await fixture.submission(id) == before)
            #expect(try await fixture.traces() == traces)
            #expect(try fixture.keptFiles() == files)
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
