import Foundation
import SalaEngine
import Testing

@testable import SalaStore
@testable import SalaWeb

/// What stands in addresses and forms for the names in the tables.
struct SweepValues: Sendable {
    private let values: [String: String]
    private let fixture: SiteFixture
    /// How many events the submission has that bulk actions are tried on.
    private let events: Int

    init(_ fixture: SiteFixture, session: String) async throws {
        self.fixture = fixture
        events = try await fixture.submission(fixture.entry("screening")).sequence
        values = [
            "call": SiteFixture.call, "call=next": SiteFixture.nextCall,
            "call=secret": SiteFixture.secretCall,
            "call=none": "no-such-call", "code": try await fixture.receipt(of: "held"),
            "code=none": "0000000000000000", "number": try await fixture.number(of: "awarded"),
            "number=held": try await fixture.number(of: "held"),
            "number=not-selected": try await fixture.number(of: "not-selected"),
            "submission": fixture.entry("held").description,
            "submission=draft": fixture.entry("next-draft").description,
            "submission=rival": fixture.entry("screening").description,
            "submission=winner": fixture.entry("awarded").description,
            "submission=judging": fixture.entry("judging").description,
            "attachment": try await fixture.attachment(of: "held", to: "project_document").description,
            "attachment=picture": try await fixture.attachment(of: "awarded", to: "pictures").description,
            "attachment=document": try await fixture.attachment(of: "awarded", to: "project_document")
                .description,
            "attachment=held": try await fixture.attachment(of: "held", to: "pictures").description,
            "attachment=draft": try await fixture.draftAttachment().description,
            "letter": try await fixture.letter("receipt", of: "held").uuidString.lowercased(),
            "letter=citizen": try await fixture.letter("reset-password").uuidString.lowercased(),
            "page": "work", "page=none": "nothing", "action": "withdraw", "action=select": "select",
            "action=pass": "pass", "action=submit": "submit", "action=none": "nothing",
            "round": "first-round", "round=none": "nothing", "round=final": "final-round", "link": "nothing",
            "persona": "citizen",
            "role": "judge", "example": "review",
            "organisation": fixture.people.towns[0].description,
            "organisation=none": "00000000-0000-7000-8000-000000000000",
            "person": fixture.people.newcomer.description, "judge": fixture.people.judges[0].description,
            "invitation": "00000000-0000-7000-8000-000000000000",
            "export": "00000000-0000-7000-8000-000000000000", "session": session,
            "filter": "00000000-0000-7000-8000-000000000000",
        ]
    }

    /// The address with every name filled in, percent-encoded.
    func path(_ line: AccessTable.Line) throws -> String {
        let filled = try line.address.replacing(/\{([a-z=-]+)\}/) { match in
            try #require(values[String(match.output.1)], "nothing stands for \(match.output.1)")
        }
        return try #require(filled.addingPercentEncoding(withAllowedCharacters: .urlQueryAllowed))
    }

    /// What would be right to send there, were it not for the right.
    func fields(_ line: AccessTable.Line) -> [(String, String)] {
        let reason = ("reason", "เหตุผลที่ยาวพอ")
        let judge = fixture.people.judges[0].description
        switch line.route {
        case "/calls/{call}/submissions", "/calls/{call}/late-access/withdrawals":
            return [("organisation", fixture.people.towns[0].description)]
        case "/submissions/{submission}/pages/{page}": return [("title", "ชื่อใหม่"), ("go", "stay")]
        case "/submissions/{submission}/actions/{action}":
            let checks = ["eligible", "in_scope", "documents", "consent"].map { ("checks", $0) }
            return [reason] + checks
        case "/memberships/{organisation}/people/{person}/decision": return [("decision", "approve")]
        case "/desks/calls", "/calls/{call}/settings":
            return [
                ("programme", SiteFixture.programme), ("office", fixture.people.office.description),
                ("handle", "another-call"), ("title-th", "ใหม่"), ("title-en", "New"),
                ("opens-date", "10/7/2569"), ("opens-time", "08:00"),
            ]
        case "/calls/{call}/contact": return [("contact", "0 2000 0000")]
        case "/calls/{call}/exports": return [("format", "csv")]
        case "/submissions/{submission}/colleagues": return [("email", "guest@people.example")]
        case "/calls/{call}/late-access":
            let town = fixture.people.towns[0].description
            return [("organisation", ""), ("organisation", town), ("closes-date", "5/9/2569"), reason]
        case "/calls/{call}/extensions": return [("closes-date", "30/9/2569"), reason]
        case "/calls/{call}/people": return [("role", "judge"), ("email", "citizen@people.example")]
        case "/calls/{call}/people/revocations": return [("role", "judge"), ("person", judge)]
        case "/calls/{call}/bulk-actions":
            let id = fixture.entry("screening").description
            let checks = ["eligible", "in_scope", "documents", "consent"].map { ("checks", $0) }
            return [("action", "pass"), ("submissions", id), ("expected", String(events))] + checks
        case "/calls/{call}/saved-filters": return [("name", "ด่วน"), ("desk", "?query=ด่วน")]
        case "/submissions/{submission}/reviews/{round}": return [("go", "give"), ("score-impact", "1")]
        case "/submissions/{submission}/reviews/{round}/conflict": return [("conflict-reason", "ญาติ")]
        case "/submissions/{submission}/reviews/{round}/abstention": return [("abstention-reason", "ไม่ถนัด")]
        case "/calls/{call}/rounds/{round}/assignments": return [("seed", "7")]
        case "/calls/{call}/rounds/{round}/assignment-list":
            return [("list", "entry,judge\nDL-2569-0008,otherJudge@people.example\n")]
        case "/submissions/{submission}/rounds/{round}/judges":
            return [("judge", fixture.people[.otherJudge].description)]
        case "/submissions/{submission}/rounds/{round}/judges/{judge}/withdrawal",
            "/submissions/{submission}/rounds/{round}/judges/{judge}/reassignment":
            return [("reason-\(judge)", "ขอถอน")]
        case "/submissions/{submission}/rounds/{round}/judges/{judge}/reopening":
            return [("reopen-\(judge)", "ขอแก้")]
        case "/calls/{call}/rounds/{round}/rule":
            return [("rule", "median"), ("decimals", "2"), ("rounding", "half-up")]
        case "/calls/{call}/rounds/{round}/further": return [reason, ("expected", "1")]
        case "/calls/{call}/rounds/{round}/release": return [("expected", "1")]
        default: return []
        }
    }
}

extension SiteFixture {
    /// The document of the entrant's draft, which nobody but its filer sees.
    func draftAttachment() async throws -> AttachmentID {
        let draft = try await store.dossier(entry("next-draft"), for: people[.entrant]).submission
        return try #require(draft.attachments.values.first { $0.question == "project_document" }).id
    }
}
