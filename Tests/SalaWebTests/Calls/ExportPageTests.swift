import Foundation
import HummingbirdTesting
import SalaDatabase
import SalaEngine
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("The page of exports")
struct ExportPageTests {
    private static let page = Paths.exports(of: SiteFixture.call)

    private static let causes: [Export.Cause: Spoken] = [
        .scopeChanged: [
            .thai: "สิทธิ์ของผู้ขอเปลี่ยนไประหว่างที่กำลังเขียนไฟล์ โปรดขอไฟล์ใหม่",
            .english: "What the person who asked may see changed while the file was being written. Ask for",
        ],
        .storage: [
            .thai: "ที่เก็บไฟล์เหลือไม่พอหรือเขียนไฟล์ไม่ได้ โปรดแจ้งผู้ดูแลระบบ",
            .english: "There was no room for the file, or it could not be written. Tell the site’s operator",
        ],
        .other: [
            .thai: "เตรียมไฟล์ไม่สำเร็จ โปรดขอไฟล์ใหม่ หากยังไม่สำเร็จ โปรดแจ้งผู้ดูแลระบบ",
            .english: "The file could not be finished. Ask for a new one; if that fails too, tell the site’s",
        ],
    ]

    @Test("says why one failed, and what to do", arguments: Export.Cause.allCases)
    func failed(cause: Export.Cause) async throws {
        let words = try #require(Self.causes[cause])
        try await SiteFixture.with { fixture in
            let export = try await fixture.beginExport()
            try await fixture.store.fail(export, cause, at: SiteFixture.present)
            try await fixture.expect(200, try await fixture.guest(.officer), saying: words) { guest in
                try await guest.get(Self.page)
            }
        }
    }

    @Test("refuses copies of files that the disk would not hold, and leaves nothing in line")
    func room() async throws {
        try await SiteFixture.with { fixture in
            _ = try await fixture.filed(0, title: "ผลงาน")
            try await fixture.store.database.write { connection in
                try connection.execute("update attachment set bytes = 1000000000000000")
            }
            let words: Spoken = [
                .thai: "ที่เก็บไฟล์เหลือไม่พอสำหรับสำเนาไฟล์แนบทั้งหมด", .english: "There is not enough room here",
            ]
            try await fixture.expect(409, try await fixture.guest(.officer), saying: words) { guest in
                try await guest.post(Self.page, [("format", "zip")])
            }
            let officer = fixture.people[.officer]
            let exports = try await fixture.store.exports(of: SiteFixture.call, for: officer).exports
            #expect(exports.isEmpty)
        }
    }

    @Test("leaves on the page of the call who cancelled what")
    func cancelled() async throws {
        try await SiteFixture.with { fixture in
            let export = try await fixture.beginExport(.sheets)
            let officer = try await fixture.guest(.officer)
            let answer = try await officer.post(Paths.exportCancellation(export.id, of: SiteFixture.call))
            #expect(answer.code == 303)
            let words: Spoken = [
                .thai: "ยกเลิกการส่งออกข้อมูล (ตาราง CSV)", .english: "Cancelled an export (CSV tables)",
            ]
            try await fixture.expect(200, officer, saying: words) { guest in
                let page = try await guest.get(Paths.settings(of: SiteFixture.call))
                let what = try #require(words[guest.language])
                let event = page.html.components(separatedBy: "<li>").first { $0.contains(what) }
                #expect(event?.contains("<span>\(SitePeople.name(.officer))</span>") == true)
                return page
            }
        }
    }
}
