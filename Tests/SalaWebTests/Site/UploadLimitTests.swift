import SalaEngine
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("Attaching without end")
struct UploadLimitTests {
    @Test("is refused beside the field with what to do, keeps what was typed, and leaves nothing on the disk")
    func usedUp() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.draft(0, title: "ก", phone: "080-000-0000")
            for number in 1...50 {
                try await fixture.attach(
                    "แผน.pdf", SampleFiles.pdf("old \(number)"), "application/pdf", to: "project_document",
                    of: id, by: fixture.people.filers[0])
                let file = try #require(try await fixture.submission(id).attachments.keys.first)
                try await fixture.store.decide(
                    .detach(file), on: id, by: fixture.people.filers[0], at: fixture.clock.now)
            }
            fixture.clock.move(to: SiteFixture.present)
            let guest = try await fixture.guest(.entrant)
            let files = try fixture.keptFiles()
            let words: Spoken = [
                .thai: "เรื่องนี้แนบไฟล์มาแล้วครบ 50 ไฟล์หรือ 300 MB นับรวมไฟล์ที่ลบออก",
                .english: "As much has been attached here as is taken: 50 files or 300 MB",
            ]
            try await fixture.expect(422, guest, saying: words) { guest in
                let answer = try await guest.upload(
                    Paths.page("documents", of: id),
                    [
                        UploadPart(name: "project_document", file: "ใหม่.pdf", bytes: SampleFiles.pdf("new")),
                        UploadPart(name: "video_link", text: "https://video.example.go.th/1"),
                        UploadPart(name: "go", text: "next"),
                    ])
                #expect(answer.html.contains("id=\"field-project_document-error\""))
                #expect(answer.html.contains("value=\"https://video.example.go.th/1\""))
                return answer
            }
            #expect(try await fixture.submission(id).attachments.isEmpty)
            #expect(try fixture.keptFiles() == files)
        }
    }
}
