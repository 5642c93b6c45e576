import HTTPTypes
import Foundation
import HTTPTypes
import HummingbirdTesting
import SalaDatabase
import SalaEngine
import SalaThai
import Synchronization
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("When the disk or the database takes nothing")
struct FailingDiskTests {
    @Test("while somebody else holds the database a form is refused for a while, with all that was typed")
    func locked() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.draft(0, title: "ก", phone: "080-000-0000")
            fixture.clock.move(to: SiteFixture.present)
            let guest = try await fixture.guest(.entrant)
            // The session was seen more than a minute ago, which the database would have to note.
            fixture.clock.move(to: SiteFixture.present.adding(seconds: 120))
            let before = try await fixture.traces()
            let other = try Database(url: "sqlite://\(fixture.folder.path)/sala.sqlite")
            let isDone = Mutex(false), isHeld = Mutex(false)
            async let holding: Void = other.write { connection in
                try connection.execute("update call set filed = filed")
                isHeld.withLock { $0 = true }
                let limit = Date(timeIntervalSinceNow: 600)
                while !isDone.withLock({ $0 }), Date() < limit { Thread.sleep(forTimeInterval: 0.01) }
            }
            while !isHeld.withLock({ $0 }) { try await Task.sleep(for: .milliseconds(2)) }
            let words: Spoken = [
                .thai: "ขณะนี้บันทึกไม่ได้ โปรดรอสักครู่", .english: "Nothing can be saved right now",
            ]
            try await fixture.expect(503, guest, saying: words) { guest in
                let answer = try await guest.post(
                    Paths.page("work", of: id), [("summary", "ข้อความที่พิมพ์ไว้"), ("go", "stay")])
                #expect(answer.headers[.retryAfter] == "5")
                #expect(answer.html.contains("name=\"summary\" value=\"ข้อความที่พิมพ์ไว้\""))
                return answer
            }
            #expect(try await guest.get(Paths.page("work", of: id)).code == 200)
            isDone.withLock { $0 = true }
            try await holding
            try other.close()
            #expect(try await fixture.traces() == before)
            let saved = try await guest.post(
                Paths.page("work", of: id), [("summary", "ข้อความที่พิมพ์ไว้"), ("go", "stay")])
            #expect(saved.code == 303)
        }
    }

    @Test("a database without room refuses what is written, keeps what was typed, and goes on reading")
    func databaseFull() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.draft(0, title: "ก", phone: "080-000-0000")
            let guest = try await fixture.guest(.entrant)
            // Not less than there are already.
            _ = try await fixture.store.database.write { try $0.row("pragma max_page_count = 1") }
            func save(_ number: Int) async throws -> TestResponse {
                let text = "ข้อความ \(number) " + String(repeating: "ก", count: 500)
                return try await guest.post(
                    Paths.page("work", of: id), [("summary", text), ("go", "stay")])
            }
            // What is left of the last pages is used up first.
            var number = 0
            while try await save(number).code != 503, number < 500 { number += 1 }
            let before = try await fixture.traces()
            let words: Spoken = [
                .thai: "ขณะนี้บันทึกไม่ได้ โปรดรอสักครู่", .english: "Nothing can be saved right now",
            ]
            try await fixture.expect(503, guest, saying: words) { guest in
                let answer = try await guest.post(
                    Paths.page("work", of: id),
                    [("summary", "พิมพ์ไว้ " + String(repeating: "ข", count: 500)), ("go", "stay")])
                #expect(answer.html.contains("name=\"summary\" value=\"พิมพ์ไว้ ขข"))
                return answer
            }
            #expect(try await guest.get(Paths.page("work", of: id)).code == 200)
            #expect(try await fixture.traces() == before)
            _ = try await fixture.store.database.write {
                try $0.row("pragma max_page_count = 1000000")
            }
            #expect(try await save(number).code != 503)
        }
    }

    @Test("a folder that takes no file refuses the form, with the text on both sides of the file")
    func folderFull() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.draft(0, title: "ก", phone: "080-000-0000")
            let guest = try await fixture.guest(.entrant)
            let folder = fixture.store.files.folder
            // A file stands where the folder was: nothing can be written, whoever runs the test.
            try FileManager.default.removeItem(at: folder)
            try Data().write(to: folder)
            let before = try await fixture.traces()
            let words: Spoken = [.thai: "ขณะนี้เก็บไฟล์ไม่ได้", .english: "Files cannot be kept just now"]
            try await fixture.expect(503, guest, saying: words) { guest in
                let answer = try await guest.upload(
                    Paths.page("documents", of: id),
                    [
                        UploadPart(name: "project_document", file: "ก.pdf", bytes: SampleFiles.pdf("a")),
                        UploadPart(name: "video_link", text: "https://video.example.go.th/1"),
                    ])
                #expect(answer.html.contains("name=\"video_link\" value=\"https://video.example.go.th/1\""))
                return answer
            }
            #expect(try await fixture.traces() == before)
        }
    }

    @Test("a file that finds no place is not half attached")
    func noPlace() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.draft(0, title: "ก", phone: "080-000-0000")
            let guest = try await fixture.guest(.entrant)
            // Files are received, but every folder for kept ones is taken by a file of that name.
            for first in 0..<256 {
                let name = (first < 16 ? "0" : "") + String(first, radix: 16)
                try Data().write(to: fixture.store.files.folder.appending(path: name))
            }
            let before = try await fixture.eventCount()
            let words: Spoken = [.thai: "ขณะนี้เก็บไฟล์ไม่ได้", .english: "Files cannot be kept just now"]
            try await fixture.expect(503, guest, saying: words) { guest in
                try await guest.upload(
                    Paths.page("documents", of: id),
                    [UploadPart(name: "project_document", file: "ก.pdf", bytes: SampleFiles.pdf("a"))])
            }
            #expect(try await fixture.eventCount() == before)
            #expect(try fixture.keptFiles() == [])
        }
    }
}
