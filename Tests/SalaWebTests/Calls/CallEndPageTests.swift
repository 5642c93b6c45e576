import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("The end of a call on its pages")
struct CallEndPageTests {
    private static let endless = Period(opens: CallSite.start.adding(seconds: -60), closes: nil)

    /// A call that nothing is judged under and that has no end.
    private static func openEndless(_ office: CallSite, isPublished: Bool = true) async throws {
        let (store, start) = (office.site.store, CallSite.start)
        try await store.publish(programme: SampleProgramme.name, files: "roundless", at: start)
        _ = try await store.openCall(
            "endless", of: SampleProgramme.name, by: office.officerID, for: CallSite.office,
            title: [.thai: "ตลอด", .english: "Always"], period: endless, settings: CallSettings(), at: start)
        if isPublished { try await store.decide(.publish, on: "endless", by: office.officerID, at: start) }
    }

    @Test("a call that is judged is not saved without it: the field says so, and the hint does not invite to")
    func needed() async throws {
        try await CallSite.with { office in
            let form = try await office.officer.get("/desks/calls/new").html
            #expect(form.contains("A closing date is needed") && !form.contains("if the call never closes"))
            let answer = try await office.officer.post(
                "/desks/calls", from: "/desks/calls/new",
                [
                    "programme": "sample", "office": CallSite.office.description, "handle": "new-call",
                    "title-th": "ใหม่", "title-en": "New", "opens-date": "10/7/2569",
                ])
            #expect(answer.status == 422)
            #expect(answer.html.contains("href=\"#field-closes-date\""))
            #expect(answer.html.contains("Please set a closing date"))
            try await Self.openEndless(office, isPublished: false)
            let settings = try await office.officer.get("/calls/endless/settings").html
            #expect(settings.contains("if the call never closes"))
        }
    }

    @Test("a draft that has none, from before it was needed, shows its settings with the mistake instead")
    func unpublishable() async throws {
        try await CallSite.with { office in
            _ = try await office.site.store.openCall(
                "draft-call", of: SampleProgramme.name, by: office.officerID, for: CallSite.office,
                title: [.thai: "ร่าง", .english: "Draft"],
                period: Period(opens: CallSite.start, closes: CallSite.start.adding(seconds: 60)),
                settings: CallSettings(), at: CallSite.start)
            try await office.site.store.database.write { connection in
                try connection.execute(
                    """
                    update call set closes_at = null, snapshot = json_remove(snapshot, '$.period.closes')
                    """)
            }
            let path = "/calls/draft-call/publication"
            for answer in [
                try await office.officer.get(path),
                try await office.officer.post(path, from: "/calls/draft-call/settings", [:]),
            ] {
                #expect(answer.status == 422 && answer.html.contains("Please set a closing date"))
                #expect(answer.html.contains("action=\"/calls/draft-call/settings\""))
            }
        }
    }

    @Test("what is published late, or names no contact, is told so before", arguments: [-60, 60])
    func late(seconds: Int64) async throws {
        try await CallSite.with { office in
            var settings = CallSettings()
            for contact in [nil, "0 2000 0001"] {
                settings.contact = contact
                let handle = contact == nil ? "without" : "with"
                let opens = CallSite.start.adding(seconds: seconds)
                _ = try await office.site.store.openCall(
                    handle, of: SampleProgramme.name, by: office.officerID, for: CallSite.office,
                    title: [.thai: "ร่าง", .english: "Draft"],
                    period: Period(opens: opens, closes: opens.adding(seconds: 999_999)), settings: settings,
                    at: CallSite.start)
                let page = try await office.officer.get("/calls/\(handle)/publication").html
                #expect(page.contains("its opening has passed already") == (seconds < 0))
                #expect(page.contains("it names no contact") == (contact == nil))
            }
        }
    }

    @Test("it is set later where there is none, is offered as that, and everybody reads when and why")
    func set() async throws {
        try await CallSite.with { office in
            try await Self.openEndless(office)
            let path = "/calls/endless/extensions"
            let settings = try await office.officer.get("/calls/endless/settings").html
            #expect(settings.contains("href=\"\(path)\">Set a closing date</a>"))
            let page = try await office.officer.get(path).html
            #expect(page.contains("<h1>Set a closing date</h1>") && !page.contains("Extend"))
            let past = try await office.officer.get("\(path)?closes-date=1/7/2569&reason=Why").html
            #expect(past.contains("The closing must still lie ahead"))
            let asked = try await office.officer.get("\(path)?closes-date=1/8/2569&reason=Why").html
            for words in [
                "Close the call on 1 August 2026 23:59?", "which had no end", "No draft waits",
                "Everybody sees the closing date",
            ] {
                #expect(asked.contains(words), "\(words)")
            }
            let done = try await office.officer.confirm(asked, at: path)
            #expect(done.location == "/calls/endless/settings?done=call-set-end-untold")
            let told = try await office.officer.get(done.location ?? "").html
            #expect(told.contains("no letter is sent") && told.contains("Closing date set to 1 August 2026"))
            #expect(told.contains("href=\"\(path)\">Extend the period</a>"))
            let again = try await office.officer.confirm(asked, at: path)
            #expect(again.status == 409 && again.html.contains("set this closing date on"))
            let everybody = try await Browser(client: office.client).get("/calls/endless?lang=en").html
            #expect(
                everybody.contains("Closing date set to 1 August 2026 23:59") && everybody.contains("Why"))
        }
    }

    @Test("the notice says that letters went out where somebody has a draft")
    func told() async throws {
        try await CallSite.with { office in
            try await office.openCall()
            let (_, filer) = try await office.somebody("filer@homes.example")
            _ = try await office.site.store.start(
                under: "open-call", for: nil, by: filer, at: CallSite.start)
            let path = "/calls/open-call/extensions"
            let done = try await office.officer.post(
                path, from: path, ["closes-date": "1/8/2569", "reason": "Floods"])
            #expect(done.location == "/calls/open-call/settings?done=call-extend")
            let page = try await office.officer.get(done.location ?? "").html
            #expect(page.contains("have been sent a letter"))
        }
    }
}
