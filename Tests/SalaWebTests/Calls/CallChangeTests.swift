import SalaEngine
import SalaThai
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("Throwing a draft away, and changing a published call's contact")
struct CallChangeTests {
    private static func openDraft(_ office: CallSite) async throws {
        _ = try await office.site.store.openCall(
            "draft-call", of: SampleProgramme.name, by: office.officerID, for: CallSite.office,
            title: [.thai: "ร่างหนึ่ง", .english: "One draft"],
            period: Period(opens: CallSite.start, closes: CallSite.start.adding(seconds: 86_400)),
            settings: CallSettings(), at: CallSite.start)
    }

    @Test("a draft is marked as one on the desks, and a published call is not")
    func marked() async throws {
        try await CallSite.with { office in
            try await office.openCall()
            try await Self.openDraft(office)
            let html = try await office.officer.get("/desks").html
            #expect(html.matches(of: /class="stage draft"/).count == 1)
            let heading = try #require(html.firstMatch(of: /(?s)<h2>One draft(.*?)<\/h2>/))
            #expect(heading.1.contains("Draft</span>"))
        }
    }

    @Test("what is lost with a draft is said before it is thrown away; then it is on no desk and answers 410")
    func discarded() async throws {
        try await CallSite.with { office in
            try await Self.openDraft(office)
            _ = try await office.somebody("judge@panel.example")
            _ = try await office.officer.post(
                "/calls/draft-call/people", from: "/calls/draft-call/people",
                ["email": "judge@panel.example", "role": "judge"])
            let path = "/calls/draft-call/deletion"
            let settings = try await office.officer.get("/calls/draft-call/settings").html
            #expect(settings.contains("href=\"\(path)\""))
            let asked = try await office.officer.get(path).html
            for words in [
                "Delete the draft “One draft”?", "officer@office.example began it",
                "1 person who was given a role", "No submission is lost", "The name draft-call",
            ] {
                #expect(asked.contains(words), "\(words)")
            }
            let done = try await office.officer.post(path, from: path, [:])
            #expect(done.status == 303 && done.location == "/desks?done=call-discarded")
            #expect(!(try await office.officer.get("/desks").html.contains("One draft")))
            for page in ["", "/settings", "/deletion", "/publication", "/people", "/preview", "/contact"] {
                let answer = try await office.officer.get("/calls/draft-call\(page)")
                #expect(answer.status == 410, "\(page)")
                #expect(answer.html.contains("deleted while it was a draft"), "\(page)")
                #expect(answer.html.contains("<a href=\"/desks\">My desks</a>"), "\(page)")
            }
            #expect(try await Browser(client: office.client).get("/calls/draft-call").status == 404)
            let again = try await office.officer.post(path, from: "/desks/calls/new", [:])
            #expect(again.status == 410)
        }
    }

    @Test("a published call is not thrown away, and the page offers no way to")
    func published() async throws {
        try await CallSite.with { office in
            try await office.openCall()
            let path = "/calls/open-call/deletion"
            let settings = try await office.officer.get("/calls/open-call/settings").html
            #expect(!settings.contains(path))
            #expect(try await office.officer.get(path).status == 409)
            let posted = try await office.officer.post(path, from: "/calls/open-call/people", [:])
            #expect(posted.status == 409 && posted.html.contains("cannot be deleted"))
            let (stranger, _) = try await office.somebody("citizen@homes.example")
            #expect(try await stranger.post(path, from: "/account", [:]).status == 403)
        }
    }

    @Test("a published call's contact is changed, everybody reads the new one, and its history tells both")
    func contact() async throws {
        try await CallSite.with { office in
            try await office.openCall(settings: CallSettings(contact: "0 2000 0000"))
            let guest = Browser(client: office.client)
            #expect(try await guest.get("/calls/open-call").html.contains("0 2000 0000"))
            let path = "/calls/open-call/contact"
            #expect(try await office.officer.get(path).html.contains("value=\"0 2000 0000\""))
            let done = try await office.officer.post(path, from: path, ["contact": "ask@office.example"])
            #expect(done.status == 303)
            #expect(done.location == "/calls/open-call/settings?done=contact-changed")
            let page = try await guest.get("/calls/open-call").html
            #expect(page.contains("ask@office.example") && !page.contains("0 2000 0000"))
            let settings = try await office.officer.get("/calls/open-call/settings").html
            #expect(settings.contains("0 2000 0000 → ask@office.example"))
        }
    }

    @Test("a contact that is too long comes back as it was typed; a draft's stands among its settings")
    func contactMistakes() async throws {
        try await CallSite.with { office in
            try await office.openCall(settings: CallSettings(contact: "0 2000 0000"))
            let path = "/calls/open-call/contact"
            let long = String(repeating: "ก", count: 201)
            let answer = try await office.officer.post(path, from: path, ["contact": long])
            #expect(answer.status == 422 && answer.html.contains("value=\"\(long)\""))
            #expect(answer.html.contains("href=\"#field-contact\"") && answer.html.contains("200 characters"))
            try await Self.openDraft(office)
            #expect(try await office.officer.get("/calls/draft-call/contact").status == 409)
        }
    }
}
