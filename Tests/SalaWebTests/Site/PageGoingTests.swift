import SalaEngine
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("Going from one page of a form to another")
struct PageGoingTests {
    @Test("saves what was typed, however mistaken, and goes there")
    func saving() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.draft(0, title: "ก", phone: "080-000-0000")
            let guest = try await fixture.guest(.entrant)
            let answer = try await guest.post(
                Paths.page("organisation", of: id),
                [("contact_name", "ชื่อใหม่"), ("contact_phone", "ไม่ทราบ"), ("go", "page:expansion")])
            #expect(answer.location == "\(Paths.page("expansion", of: id))?done=saved")
            let answers = try await fixture.submission(id).answers
            #expect(answers["contact_name"] == .text("ชื่อใหม่"))
            #expect(answers["contact_phone"] == .text("ไม่ทราบ"))
            #expect(answers["contact_position"] == nil)
        }
    }

    @Test("and back again finds what is wrong beside its field, and no fault with what is not answered")
    func comingBack() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.store.start(
                under: SiteFixture.call, for: fixture.people.towns[0], by: fixture.people.filers[0],
                at: fixture.clock.tick())
            let guest = try await fixture.guest(.entrant)
            let path = Paths.page("organisation", of: id)
            #expect(try await !guest.get(path).html.contains("error-summary"))
            let typed = [("contact_name", "ก"), ("contact_phone", "ไม่ทราบ")]
            _ = try await guest.post(path, typed + [("go", "leave")])
            let back = try await guest.get(path).html
            #expect(back.contains("id=\"field-contact_phone-error\"") && back.contains("error-summary"))
            #expect(!back.contains("id=\"field-contact_position-error\"") && back.contains(" data-saved>"))
            let all = try await guest.get("\(path)?check=1").html
            #expect(all.contains("id=\"field-contact_position-error\""))
            // What a choice calls for comes while others are being answered.
            let between = try await guest.post(path, typed + [("reload", "contact_name")])
            #expect(between.location == "\(path)?check=0&done=saved")
            #expect(try await !guest.get("\(path)?check=0").html.contains("error-summary"))
        }
    }

    @Test("leads to all answers from a page that is not there")
    func nowhere() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.draft(0, title: "ก", phone: "080-000-0000")
            let guest = try await fixture.guest(.entrant)
            for word in ["page:nowhere", "page:", "page:../.."] {
                let answer = try await guest.post(
                    Paths.page("organisation", of: id), [("contact_name", "ก"), ("go", word)])
                #expect(answer.location == "\(Paths.summary(of: id))?done=saved", "\(word)")
            }
        }
    }

    @Test("is praised for nothing where nothing was answered, and says so where one stays")
    func nothingAnswered() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.store.start(
                under: SiteFixture.call, for: fixture.people.towns[0], by: fixture.people.filers[0],
                at: fixture.clock.tick())
            let guest = try await fixture.guest(.entrant)
            let path = Paths.page("declaring", of: id)
            for (word, status) in [("next", 422), ("stay", 200)] {
                let answer = try await guest.post(path, [("go", word)])
                #expect(Int(answer.code) == status && answer.html.contains("ยังไม่ได้ตอบข้อใดในหน้านี้"), "\(word)")
                #expect(!answer.html.contains("notice success"), "\(word)")
            }
            #expect(try await guest.post(path, [("go", "leave")]).location == Paths.following)
            #expect(try await guest.post(path, [("go", "summary")]).location == Paths.summary(of: id))
            let one = try await guest.post(path, [("declaration", "rights"), ("go", "next")])
            #expect(one.html.contains("notice success") && !one.html.contains("ยังไม่ได้ตอบข้อใด"))
            // What was taken away is saved.
            #expect(try await guest.post(path, [("go", "leave")]).location == "\(Paths.following)?done=saved")
        }
    }

    @Test("is a button of the form on every way out, and the key Enter is none of them")
    func buttons() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.draft(0, title: "ก", phone: "080-000-0000")
            let html = try await fixture.guest(.entrant).get(Paths.page("results", of: id)).html
            for page in ["organisation", "work", "expansion", "documents", "declaring"] {
                #expect(
                    html.contains("<button form=\"page-form\" name=\"go\" value=\"page:\(page)\""), "\(page)")
                #expect(!html.contains("href=\"\(Paths.page(page, of: id))\""), "\(page)")
            }
            #expect(!html.contains("href=\"\(Paths.summary(of: id))\""))
            // A browser takes the form's first button for the key.
            let first = try #require(html.firstRange(of: "form=\"page-form\" name=\"go\" value=\""))
            #expect(html[first.upperBound...].hasPrefix("next\" hidden>"))
        }
    }

    @Test("waits while a file was refused, which would be gone unsaid")
    func refusedFile() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.draft(0, title: "ก", phone: "080-000-0000")
            let guest = try await fixture.guest(.entrant)
            let answer = try await guest.upload(
                Paths.page("documents", of: id),
                [
                    UploadPart(name: "project_document", file: "ว่าง.pdf", bytes: []),
                    UploadPart(name: "video_link", text: "https://video.example.go.th/1"),
                    UploadPart(name: "go", text: "page:work"),
                ])
            #expect(answer.code == 422 && answer.html.contains("id=\"field-project_document-error\""))
            let link = try await fixture.submission(id).answers["video_link"]
            #expect(link == .text("https://video.example.go.th/1"))
        }
    }

    @Test("what a page waits for is said there and among all answers, and the number missing is a least one")
    func awaiting() async throws {
        try await SiteFixture.with { fixture in
            let filer = fixture.people.filers[0]
            let id = try await fixture.store.start(
                under: SiteFixture.call, for: fixture.people.towns[0], by: filer, at: fixture.clock.tick())
            let guest = try await fixture.guest(.entrant)
            let page = try await guest.get(Paths.page("results", of: id)).html
            #expect(page.contains("หน้านี้อาจมีคำถามเพิ่มขึ้นตามคำตอบของ “"))
            let summary = try await guest.get(Paths.summary(of: id)).html
            #expect(summary.contains("ยังขาดหรือต้องแก้อย่างน้อย "))
            let full = try await fixture.draft(1, title: "ก", phone: "080-000-0000")
            let rival = try await fixture.guest(.rival)
            #expect(!(try await rival.get(Paths.page("results", of: full)).html.contains("คำถามเพิ่มขึ้นตาม")))
            let missing = try await rival.get(Paths.summary(of: full)).html
            #expect(missing.contains("ยังขาดหรือต้องแก้ 3 ข้อ") && !missing.contains("อย่างน้อย "))
        }
    }
}
