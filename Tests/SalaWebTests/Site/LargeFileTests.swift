import Foundation
import Hummingbird
import HummingbirdTesting
import SalaEngine
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("A file far larger than its question takes", .timeLimit(.minutes(15)))
struct LargeFileTests {
    @Test("is answered beside its question, and all else that was sent with it is saved")
    func besideItsQuestion() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.draft(0, title: "ก", phone: "080-000-0000")
            let guest = try await fixture.guest(.entrant)
            let answer = try await guest.upload(
                Paths.page("documents", of: id),
                [
                    UploadPart(
                        name: "project_document", file: "ใหญ่.pdf",
                        bytes: [UInt8](repeating: 32, count: 60 << 20)),
                    UploadPart(name: "consent_letter", file: "รับรอง.pdf", bytes: SampleFiles.pdf("Consent")),
                    UploadPart(name: "video_link", text: "https://video.example.go.th/1"),
                    UploadPart(name: "go", text: "next"),
                ])
            #expect(answer.code == 422)
            #expect(answer.html.contains("id=\"field-project_document-error\""))
            #expect(answer.html.contains("ไฟล์ ใหญ่.pdf ใหญ่เกิน 20 MB"))
            let saved = try await fixture.submission(id)
            #expect(saved.answers["video_link"] == .text("https://video.example.go.th/1"))
            #expect(saved.attachments.values.map(\.name) == ["รับรอง.pdf"])
        }
    }

    @Test("and larger than any page reads is refused with the limit and the way back to the very page")
    func wayBack() async throws {
        try await SiteFixture.with { fixture in
            let application = Application(
                router: try SalaApplication.router(fixture.site), logger: fixture.site.logger)
            try await application.test(.live) { client in
                let id = try await fixture.draft(0, title: "ก", phone: "080-000-0000")
                let session = try #require(try await fixture.guest(.entrant).session)
                let path = Paths.page("documents", of: id)
                let answer = try await SocketClient.send(
                    path, port: try #require(client.port),
                    headers: [
                        "Content-Type: multipart/form-data; boundary=b", "Content-Length: \(2 << 30)",
                        "Cookie: __Host-sala-session=\(session)",
                    ], start: "--b\r\n", length: 2 << 30)
                #expect(answer.code == 413)
                #expect(answer.html.contains("ใหญ่เกิน 20 MB"))
                #expect(answer.html.contains("href=\"\(path)\">กลับไปที่แบบฟอร์มหน้านี้</a>"))
                // With script the words alone are put on the page that the person is still on.
                let stay = try #require(answer.html.firstRange(of: "id=\"stay\""))
                let sentence = answer.html[stay.upperBound...].prefix { $0 != "<" }
                #expect(!sentence.contains("กดย้อนกลับ"))
            }
        }
    }
}
