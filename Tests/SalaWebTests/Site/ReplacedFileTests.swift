import HummingbirdTesting
import SalaEngine
import Testing

@testable import SalaWeb

@Suite("The only file of a question, given on two pages at once")
struct ReplacedFileTests {
    private func shown(_ html: String) throws -> String {
        String(try #require(html.firstMatch(of: /name="shown-consent_letter" value="([^"]*)"/)).output.1)
    }

    private func send(
        _ name: String, of id: SubmissionID, showing shown: String?, link: String = "", _ guest: Guest
    ) async throws -> TestResponse {
        let stamp = shown.map { [UploadPart(name: "shown-consent_letter", text: $0)] } ?? []
        return try await guest.upload(
            Paths.page("documents", of: id),
            stamp + [
                UploadPart(name: "video_link", text: link),
                UploadPart(name: "consent_letter", file: name, bytes: SampleFiles.pdf(name)),
                UploadPart(name: "go", text: "stay"),
            ])
    }

    @Test("is not replaced unseen: what is there is named, the rest is saved, and sent again it is")
    func overtaken() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.draft(0, title: "ก", phone: "080-000-0000")
            let guest = try await fixture.guest(.entrant)
            func names() async throws -> [String] {
                try await fixture.submission(id).attachments.values.map(\.name)
            }
            let empty = try shown(try await guest.get(Paths.page("documents", of: id)).html)
            #expect(try await send("ของคนแรก.pdf", of: id, showing: empty, guest).code == 303)
            let link = "https://video.example.go.th/42"
            let late = try await send("ของอีกคน.pdf", of: id, showing: empty, link: link, guest)
            #expect(late.code == 422)
            let text = PageShape(late.html).text
            #expect(text.contains("ไม่ได้แนบไฟล์ ของอีกคน.pdf"))
            #expect(text.contains("ยังใช้ไฟล์ ของคนแรก.pdf อยู่"))
            #expect(late.html.contains("href=\"#field-consent_letter\""))
            #expect(try await names() == ["ของคนแรก.pdf"])
            #expect(try await fixture.submission(id).answers["video_link"] == .text(link))
            // The page that came back shows what is there.
            let again = try await send(
                "ของอีกคน.pdf", of: id, showing: try shown(late.html), link: link, guest)
            #expect(again.code == 303)
            #expect(try await names() == ["ของอีกคน.pdf"])
            // Sent twice, and by a page that does not say what it showed.
            for (name, stamp) in [("ของอีกคน.pdf", empty), ("สาม.pdf", nil)] as [(String, String?)] {
                #expect(try await send(name, of: id, showing: stamp, guest).code == 303)
                #expect(try await names() == [name])
            }
        }
    }

    @Test("says nothing of itself where a question takes several files")
    func several() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.draft(0, title: "ก", phone: "080-000-0000")
            let html = try await fixture.guest(.entrant).get(Paths.page("documents", of: id)).html
            #expect(
                html.contains("name=\"shown-consent_letter\"") && !html.contains("name=\"shown-pictures\""))
        }
    }
}
