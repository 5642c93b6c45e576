import Foundation
import HummingbirdTesting
import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("What is sent and cannot be taken")
struct BadInputTests {
    private let form = "application/x-www-form-urlencoded"
    private let link = "https://video.example.go.th/1"

    /// A draft of the entrant's, and the entrant.
    private func drafting(
        _ body: @escaping @Sendable (SiteFixture, Guest, SubmissionID) async throws -> Void
    ) async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.draft(0, title: "ก", phone: "080-000-0000")
            fixture.clock.move(to: SiteFixture.present)
            try await body(fixture, try await fixture.guest(.entrant), id)
        }
    }

    @Test("more text than a page takes is refused before anything is written, and is still in the browser")
    func tooMuchText() async throws {
        try await drafting { fixture, guest, id in
            let before = try await fixture.traces()
            let typed = "ข้อความที่พิมพ์ไว้ก่อนหน้านั้นแล้ว"
            let sizes: [(Int, Spoken)] = [
                (3 << 20, [.thai: "ข้อความที่ส่งมายาวเกินไป", .english: "Too much text was sent"]),
                (11 << 20, [.thai: "ใหญ่เกินกว่าที่หน้านี้รับได้", .english: "larger than this page takes"]),
            ]
            for (size, words) in sizes {
                let body =
                    Array("csrf=\(guest.csrf)&title=\(typed)&summary=".utf8)
                    + [UInt8](repeating: 97, count: size)
                try await fixture.expect(413, guest, saying: words) { guest in
                    let answer = try await guest.send(Paths.page("work", of: id), form, body)
                    let back =
                        guest.language == .thai
                        ? "กดย้อนกลับ ข้อความยังอยู่ในแบบฟอร์ม" : "Go back, your text is still in the form."
                    #expect(answer.html.contains(back))
                    // What arrived of it can be copied, but not sent alone: that would clear the rest.
                    #expect(answer.html.contains("<pre class=\"kept\">\(typed)</pre>") == (size < 10 << 20))
                    #expect(!answer.html.contains("name=\"title\""))
                    return answer
                }
            }
            #expect(try await fixture.traces() == before)
        }
    }

    @Test("a text longer than its question takes is kept, and comes back beside what is wrong with it")
    func tooLongAnswer() async throws {
        try await drafting { fixture, guest, id in
            let long = String(repeating: "ยาวมาก", count: 50_000)
            let words: Spoken = [
                .thai: "ยาวเกินไป โปรดย่อให้ไม่เกิน 600 ตัวอักษร", .english: "600 characters",
            ]
            try await fixture.expect(422, guest, saying: words) { guest in
                let answer = try await guest.post(
                    Paths.page("work", of: id), [("summary", long), ("go", "stay")])
                #expect(answer.html.contains(long))
                #expect(answer.html.contains("id=\"field-summary-error\""))
                return answer
            }
            #expect(try await fixture.submission(id).answers["summary"] == .text(long))
        }
    }

    @Test("text that is not UTF-8 is refused, in both ways of sending a form")
    func notUTF8() async throws {
        try await drafting { fixture, guest, id in
            let before = try await fixture.traces()
            let path = Paths.page("work", of: id)
            let words: Spoken = [
                .thai: "มีอักขระที่อ่านไม่ได้ โปรดกดย้อนกลับ", .english: "characters that cannot be read. Go back",
            ]
            try await fixture.expect(400, guest, saying: words) { guest in
                try await guest.send(path, form, Array("csrf=\(guest.csrf)&title=%FF".utf8))
            }
            try await fixture.expect(400, guest, saying: words) { guest in
                var part = UploadPart(name: "title", text: "")
                part.bytes = [0xE0, 0xB8]
                return try await guest.upload(path, [part])
            }
            #expect(try await fixture.traces() == before)
        }
    }

    @Test("a list of assignments in Windows-874, or without a column, names the line and assigns nothing")
    func list() async throws {
        try await SiteFixture.with { fixture in
            _ = try await fixture.filed(0, title: "ก")
            let officer = try await fixture.guest(.officer)
            let before = try await fixture.traces()
            let old: Spoken = [.thai: "บรรทัด 2: ไฟล์นี้เข้ารหัสภาษาไทยแบบเก่า", .english: "Line 2: "]
            let short: Spoken = [.thai: "บรรทัด 1: ไม่มีคอลัมน์ judge", .english: "Line 1: "]
            let thai: [UInt8] = Array("entry,judge\n".utf8) + [0xA1, 0xD2, 0xC3] + Array(",a@x.th\n".utf8)
            for (bytes, words) in [(thai, old), (Array("entry,who\nA,b\n".utf8), short)] {
                try await fixture.expect(422, officer, saying: words) { officer in
                    try await officer.upload(
                        Paths.assignmentList("first-round", of: SiteFixture.call),
                        [UploadPart(name: "file", file: "list.csv", bytes: bytes)])
                }
            }
            #expect(try await fixture.traces() == before)
        }
    }

    @Test("a body that is no form, or breaks off, is refused")
    func noForm() async throws {
        try await drafting { fixture, guest, id in
            let path = Paths.page("work", of: id)
            let before = try await fixture.traces()
            let words: Spoken = [.thai: "ไม่ใช่แบบฟอร์มของหน้านี้", .english: "not the form of this page"]
            try await fixture.expect(415, guest, saying: words) {
                try await $0.send(path, "application/json", Array("{}".utf8))
            }
            let broken: Spoken = [.thai: "การส่งข้อมูลขาดตอนกลางทาง", .english: "The transfer broke off"]
            try await fixture.expect(400, guest, saying: broken) { guest in
                let body = "--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nhalf"
                return try await guest.send(path, "multipart/form-data; boundary=b", Array(body.utf8))
            }
            #expect(try await fixture.traces() == before)
        }
    }

    @Test("a zip that calls itself PDF and an empty file are refused beside their field, the text is kept")
    func wrongFiles() async throws {
        try await drafting { fixture, guest, id in
            let path = Paths.page("documents", of: id)
            let files: [(String, [UInt8], Spoken)] = [
                (
                    "project.pdf", SampleFiles.zip,
                    [
                        .thai: "เนื้อหาของไฟล์ project.pdf ไม่ใช่ชนิดที่รับ",
                        .english: "The content of the file project.pdf is not of a type taken here",
                    ]
                ),
                ("empty.pdf", [], [.thai: "ไฟล์ empty.pdf ว่างเปล่า", .english: "The file empty.pdf is empty"]),
            ]
            for (name, bytes, words) in files {
                try await fixture.expect(422, guest, saying: words) { guest in
                    let answer = try await guest.upload(
                        path,
                        [
                            UploadPart(name: "project_document", file: name, bytes: bytes),
                            UploadPart(name: "video_link", text: link), UploadPart(name: "go", text: "next"),
                        ])
                    #expect(answer.html.contains("id=\"field-project_document-error\""))
                    #expect(answer.html.contains("href=\"#field-project_document\""))
                    #expect(answer.html.contains("value=\"\(link)\""))
                    return answer
                }
            }
            let submission = try await fixture.submission(id)
            #expect(submission.attachments.isEmpty && submission.answers["video_link"] == .text(link))
            #expect(try fixture.keptFiles() == [])
        }
    }

    @Test("a file over its question's limit or the site's is refused beside the field, the others are kept")
    func tooLarge() async throws {
        try await drafting { fixture, guest, id in
            let path = Paths.page("documents", of: id)
            func parts(_ mebibytes: Int) -> [UploadPart] {
                let pdf = SampleFiles.pdf("large") + [UInt8](repeating: 32, count: mebibytes << 20)
                return [
                    UploadPart(name: "project_document", file: "ใหญ่.pdf", bytes: pdf),
                    UploadPart(name: "consent_letter", file: "รับรอง.pdf", bytes: SampleFiles.pdf("small")),
                    UploadPart(name: "video_link", text: link),
                ]
            }
            let beside: Spoken = [
                .thai: "ไฟล์ ใหญ่.pdf ใหญ่เกิน 20 MB", .english: "The file ใหญ่.pdf is larger than 20 MB",
            ]
            for size in [21, 26] {
                try await fixture.expect(422, guest, saying: beside) { guest in
                    let answer = try await guest.upload(path, parts(size))
                    #expect(answer.html.contains("id=\"field-project_document-error\""))
                    #expect(answer.html.contains("name=\"video_link\" value=\"\(link)\""))
                    return answer
                }
                let attachments = try await fixture.submission(id).attachments.values
                #expect(attachments.map(\.name) == ["รับรอง.pdf"])
            }
            #expect(try fixture.keptFiles().filter { $0.hasPrefix("incoming/") } == [])
        }
    }

    @Test(
        "an id of nothing and a word that is no id are not found, whatever is asked of them",
        arguments: [
            "00000000-0000-7000-8000-000000000000", "not-an-id", "..%2F..%2Fetc", "%00", "1' or '1'='1",
        ])
    func ids(id: String) async throws {
        try await SiteFixture.with { fixture in
            let guest = try await fixture.guest(.officer)
            let before = try await fixture.traces()
            let id = id.replacing("'", with: "%27").replacing(" ", with: "%20")
            let words: Spoken = [.thai: "ไม่พบสิ่งที่ต้องการ", .english: "Nothing is here"]
            for path in [
                "/submissions/\(id)", "/submissions/\(id)/pages/work", "/submissions/\(id)/attachments/\(id)",
                "/letters/\(id)", "/calls/\(id)", "/register/\(id)",
                "/register/\(SiteFixture.call)/\(id)", "/calls/\(SiteFixture.call)/rounds/\(id)",
                "/submissions/\(id)/reviews/first-round",
            ] {
                try await fixture.expect(404, guest, saying: words) { try await $0.get(path) }
            }
            for path in [
                "/submissions/\(id)/pages/work", "/submissions/\(id)/actions/pass",
                "/calls/\(id)/submissions",
                "/submissions/\(id)/reviews/first-round", "/submissions/\(id)/rounds/first-round/judges",
            ] {
                try await fixture.expect(404, guest, saying: words) { try await $0.post(path) }
            }
            #expect(try await fixture.traces() == before)
        }
    }

    @Test("a judge's address is refused to an entrant, and says why")
    func judgesAddress() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.filed(0, title: "ก")
            let guest = try await fixture.guest(.entrant)
            let words: Spoken = [
                .thai: "เป็นของท่านหรือหน่วยงานของท่าน", .english: "belongs to your organisation",
            ]
            try await fixture.expect(403, guest, saying: words) {
                try await $0.get(Paths.review("first-round", of: id))
            }
            let desk: Spoken = [.thai: "บัญชีนี้ไม่มีสิทธิ์ทำรายการนี้", .english: "This account may not do that"]
            try await fixture.expect(403, guest, saying: desk) {
                try await $0.get(Paths.judging(SiteFixture.call))
            }
        }
    }
}
