import SalaEngine
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("A picture that was cut off on its way")
struct DamagedPictureTests {
    @Test("is refused beside its field and named, while what is whole beside it is kept")
    func cut() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.draft(0, title: "ก", phone: "080-000-0000")
            let guest = try await fixture.guest(.entrant)
            let words: Spoken = [
                .thai: "ไฟล์ เสาไฟ.png มาไม่ครบหรือเสียหาย",
                .english: "The file เสาไฟ.png is damaged or incomplete",
            ]
            try await fixture.expect(422, guest, saying: words) { guest in
                let answer = try await guest.upload(
                    Paths.page("documents", of: id),
                    [
                        UploadPart(name: "pictures", file: "เสาไฟ.png", bytes: SampleFiles.png.dropLast(20)),
                        UploadPart(name: "project_document", file: "แผน.pdf", bytes: SampleFiles.pdf("new")),
                        UploadPart(name: "go", text: "stay"),
                    ])
                #expect(answer.html.contains("id=\"field-pictures-error\""))
                return answer
            }
            let kept = try await fixture.submission(id).attachments.values.map(\.question)
            #expect(kept == ["project_document"])
            let whole = try await guest.upload(
                Paths.page("documents", of: id),
                [
                    UploadPart(name: "pictures", file: "เสาไฟ.png", bytes: SampleFiles.png),
                    UploadPart(name: "go", text: "stay"),
                ])
            #expect(whole.code == 303)
        }
    }
}
