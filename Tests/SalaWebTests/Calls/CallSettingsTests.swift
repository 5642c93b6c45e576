import SalaDatabase
import SalaEngine
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("Opening a call and changing it")
struct CallSettingsTests {
    private static let fields: KeyValuePairs = [
        "programme": "sample", "office": CallSite.office.description, "handle": "new-call",
        "title-th": "ใหม่", "title-en": "New <b>", "opens-date": "10/7/2569", "opens-time": "08:00",
        "closes-date": "31/7/2569", "closes-time": "16:30", "setting-prizes": "40",
        "weight-only-impact": "50", "weight-only-reach": "50", "contact": "0 2000 0000",
    ]

    @Test("a draft is opened, set up and published, and every step stands in its history with a name")
    func lifecycle() async throws {
        try await CallSite.with { office in
            let browser = office.officer
            let opened = try await browser.post("/desks/calls", from: "/desks/calls/new", Self.fields)
            #expect(opened.status == 303 && opened.location == "/calls/new-call/settings?done=call-opened")
            let stranger = Browser(client: office.client)
            #expect(try await stranger.get("/calls/new-call").status == 404)
            #expect(try await browser.get("/calls/new-call").html.contains("Only people with a role in it"))
            let changed = try await browser.post(
                "/calls/new-call/settings", from: "/calls/new-call/settings",
                [
                    "title-th": "ใหม่", "title-en": "Newer", "opens-date": "9/7/2569",
                    "closes-date": "31/7/2569",
                    "setting-prizes": "41", "weight-only-impact": "60", "weight-only-reach": "40",
                    "contact": "ask@office.example",
                ])
            #expect(changed.status == 303)
            let settings = try await browser.get("/calls/new-call/settings").html
            #expect(
                settings.contains("setting.prizes: 40 → 41") && settings.contains("officer@office.example"))
            let published = try await browser.post(
                "/calls/new-call/publication", from: "/calls/new-call/publication", [:])
            #expect(published.status == 303)
            let page = try await stranger.get("/calls/new-call").html
            #expect(settings.contains("Where the office answers questions: ask@office.example"))
            #expect(page.contains("ask@office.example"))
            #expect(page.contains("href=\"/calls/new-call/submissions/new\"") && !page.contains("<b>"))
            let again = try await browser.get("/calls/new-call/publication")
            #expect(again.status == 409 && again.html.contains("officer@office.example published this call"))
            #expect(again.html.contains("<li><a href=\"/calls/new-call\">"))
            #expect(!(try await browser.get("/calls/new-call/settings").html.contains("name=\"title-th\"")))
        }
    }

    @Test("what does not fit comes back with everything that was typed, and the reason beside the field")
    func mistakes() async throws {
        try await CallSite.with { office in
            try await office.openCall()
            let answer = try await office.officer.post(
                "/desks/calls", from: "/desks/calls/new",
                [
                    "programme": "sample", "office": CallSite.office.description, "handle": "open-call",
                    "title-th": "ใหม่ \"ๆ\"", "title-en": "New", "opens-date": "10/7/2569",
                    "setting-prizes": "40", "weight-only-impact": "50", "weight-only-reach": "50",
                ])
            #expect(answer.status == 422)
            #expect(
                answer.html.contains("field-handle-error") && answer.html.contains("href=\"#field-handle\""))
            #expect(answer.html.contains("value=\"ใหม่ &quot;ๆ&quot;\""))
            let weights = try await office.officer.post(
                "/desks/calls", from: "/desks/calls/new",
                [
                    "programme": "sample", "office": CallSite.office.description, "handle": "other-call",
                    "title-th": "ใหม่", "title-en": "New", "opens-date": "10/7/2569", "setting-prizes": "40",
                    "weight-only-impact": "50", "weight-only-reach": "49",
                ])
            #expect(weights.status == 422 && weights.html.contains("add up to 99"))
        }
    }

    @Test("every mistake of the form is told at once, those that cannot be read and those that do not fit")
    func together() async throws {
        try await CallSite.with { office in
            try await office.openCall()
            let answer = try await office.officer.post(
                "/desks/calls", from: "/desks/calls/new",
                [
                    "programme": "sample", "office": CallSite.office.description, "handle": "open-call",
                    "title-th": String(repeating: "ก", count: 201), "title-en": " ",
                    "opens-date": "10/7/2569", "opens-time": "noon", "setting-prizes": "999",
                    "weight-only-impact": "50", "weight-only-reach": "49",
                ])
            #expect(answer.status == 422)
            for field in [
                "handle", "title-th", "title-en", "opens-time", "setting-prizes", "weight-only-impact",
            ] {
                #expect(answer.html.contains("field-\(field)-error"), "\(field)")
                #expect(answer.html.contains("href=\"#field-\(field)\""), "\(field)")
            }
            #expect(answer.html.contains("200 characters") && answer.html.contains("add up to 99"))
            let path = "/calls/open-call/extensions"
            let both = try await office.officer.post(
                path, from: path, ["closes-date": "1/7/2569", "reason": " "])
            #expect(both.status == 422)
            for field in ["closes-date", "reason"] { #expect(both.html.contains("field-\(field)-error")) }
            let people = "/calls/open-call/people"
            let neither = try await office.officer.post(people, from: people, ["email": "", "role": ""])
            #expect(neither.status == 422)
            for field in ["email", "role"] { #expect(neither.html.contains("field-\(field)-error")) }
            #expect(neither.html.contains("Type the e-mail address"))
        }
    }

    @Test("a role that nobody holds is not taken back, and a draft's end is set and not extended")
    func impossible() async throws {
        try await CallSite.with { office in
            try await office.openCall()
            let (_, judge) = try await office.somebody("judge@panel.example")
            let before = try await office.site.store.callHistory("open-call", for: office.officerID).events
            let revoked = try await office.officer.post(
                "/calls/open-call/people/revocations", from: "/calls/open-call/people",
                ["person": judge.description, "role": "judge"])
            #expect(revoked.status == 409)
            let after = try await office.site.store.callHistory("open-call", for: office.officerID).events
            #expect(after == before)
            _ = try await office.officer.post("/desks/calls", from: "/desks/calls/new", Self.fields)
            #expect(try await office.officer.get("/calls/new-call/extensions").status == 409)
            let extended = try await office.officer.post(
                "/calls/new-call/extensions", from: "/calls/new-call/settings",
                ["closes-date": "1/8/2569", "reason": "Floods"])
            #expect(extended.status == 409)
        }
    }

    @Test(
        "somebody without a role in the office sees and does nothing of it",
        arguments: [
            "/desks/calls/new", "/calls/open-call/settings", "/calls/open-call/people",
            "/calls/open-call/preview", "/calls/open-call/extensions", "/calls/open-call/publication",
        ])
    func strangers(path: String) async throws {
        try await CallSite.with { office in
            try await office.openCall()
            let (browser, _) = try await office.somebody("citizen@homes.example")
            #expect(try await browser.get(path).status == 403)
            #expect(
                try await Browser(client: office.client).get(path).location?.hasPrefix("/sign-in") == true)
        }
    }

    @Test("a stranger can neither open a call nor grant a role by posting")
    func postings() async throws {
        try await CallSite.with { office in
            try await office.openCall()
            let (browser, _) = try await office.somebody("citizen@homes.example")
            let opened = try await browser.post("/desks/calls", from: "/account", Self.fields)
            #expect(opened.status == 403)
            let granted = try await browser.post(
                "/calls/open-call/people", from: "/account",
                ["email": "citizen@homes.example", "role": "judge"])
            #expect(granted.status == 403)
            #expect(
                try await office.site.store.people(in: "open-call", for: office.officerID).people.count == 1)
        }
    }

    @Test("the end moves later with a reason that everybody reads, and not without one, nor earlier")
    func extending() async throws {
        try await CallSite.with { office in
            try await office.openCall()
            let path = "/calls/open-call/extensions"
            let silent = try await office.officer.post(path, from: path, ["closes-date": "1/8/2569"])
            #expect(silent.status == 422 && silent.html.contains("field-reason-error"))
            #expect(silent.html.contains("value=\"1/8/2569\""))
            let earlier = try await office.officer.post(
                path, from: path, ["closes-date": "10/7/2569", "closes-time": "10:00", "reason": "Because"])
            #expect(earlier.status == 422 && earlier.html.contains("field-closes-date-error"))
            let later = try await office.officer.post(
                path, from: path, ["closes-date": "1/8/2569", "reason": "Floods <in> the south"])
            #expect(later.status == 303)
            let page = try await Browser(client: office.client).get("/calls/open-call?lang=en").html
            #expect(page.contains("Floods &lt;in&gt; the south") && page.contains("1 August 2026 23:59"))
        }
    }

    @Test("while decisions are held or released no extension is offered, and the page says why")
    func decided() async throws {
        try await SiteFixture.with(seeded: true) { fixture in
            let officer = try await fixture.guest(.officer)
            let open = try await officer.get(Paths.settings(of: SiteFixture.nextCall)).html
            #expect(open.contains(Paths.extensions(of: SiteFixture.nextCall)))
            #expect(!open.contains("ขยายเวลาเปิดรับไม่ได้"))
            let path = Paths.extensions(of: SiteFixture.call)
            func isRefused(_ sentence: String) async throws {
                let settings = try await officer.get(Paths.settings(of: SiteFixture.call)).html
                #expect(!settings.contains(path) && settings.contains(sentence))
                let before = try await fixture.traces()
                let sent = try await officer.post(
                    path, [("closes-date", "30/9/2569"), ("reason", "น้ำท่วม")])
                for answer in [try await officer.get(path), sent] {
                    #expect(answer.code == 409 && answer.html.contains(sentence))
                }
                #expect(try await fixture.traces() == before)
            }
            try await isRefused("ขณะนี้มีความเห็นที่รอประกาศ จึงขยายเวลาเปิดรับไม่ได้")
            try await fixture.store.release(
                SiteFixture.call, by: fixture.people[.officer], at: fixture.clock.tick())
            try await isRefused("ประกาศผลแล้ว จึงรับเรื่องเพิ่มหรือขยายเวลาเปิดรับไม่ได้")
        }
    }

    @Test("an extension says what it does and whom it concerns, and how to change it, before it is done")
    func extensionOutlook() async throws {
        try await CallSite.with { office in
            try await office.openCall()
            let path = "/calls/open-call/extensions"
            #expect(try await office.officer.get(path).html.contains("<form class=\"form\" method=\"get\""))
            let typed = "closes-date=1/8/2569&closes-time=&reason=Floods"
            let asked = try await office.officer.get("\(path)?\(typed)&lang=en")
            #expect(asked.status == 200)
            for words in [
                "Extend the call until 1 August 2026 23:59?", "second 59", "No draft waits",
                "No letter is sent",
                "Floods",
            ] {
                #expect(asked.html.contains(words), "\(words)")
            }
            let before = try await office.site.store.callHistory("open-call", for: office.officerID).events
            #expect(!before.contains { $0.body.kind == "extended" })
            let change = try await office.officer.get("\(path)?\(typed)&change=1").html
            #expect(change.contains("value=\"1/8/2569\"") && change.contains("Floods</textarea>"))
            let wrong = try await office.officer.get("\(path)?closes-date=1/7/2569&reason=")
            #expect(wrong.status == 422)
            for field in ["closes-date", "reason"] { #expect(wrong.html.contains("field-\(field)-error")) }
            let done = try await office.officer.confirm(asked.html, at: path)
            #expect(done.location == "/calls/open-call/settings?done=call-extend-untold")
            let page = try await Browser(client: office.client).get("/calls/open-call?lang=en").html
            #expect(page.contains("1 August 2026 23:59") && page.contains("Floods"))
        }
    }

    @Test("a preview walks the form with what is tried out and writes nothing")
    func preview() async throws {
        try await CallSite.with { office in
            try await office.openCall()
            let path = "/calls/open-call/preview?role=applicant&title=%3Ctried%3E&page=two"
            let html = try await office.officer.get(path).html
            #expect(html.contains("name=\"remarks\"") && !html.contains("name=\"secret\""))
            #expect(html.contains(#"type="hidden" name="title" value="&lt;tried&gt;""#))
            #expect(try await office.officer.get("/calls/open-call/preview?role=nobody").status == 404)
            let filed = try await office.site.store.database.read { connection in
                try connection.row("select count(*) as count from submission")?.get("count") as Int?
            }
            #expect(filed == 0)
        }
    }
}
