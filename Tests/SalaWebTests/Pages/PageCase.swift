import HummingbirdTesting
import SalaEngine

@testable import SalaStore
@testable import SalaWeb

/// A page that has a snapshot: who asks for it, and how.
struct PageCase: Sendable {
    typealias Asking = @Sendable (SiteFixture, Guest) async throws -> TestResponse

    /// The template's name, and after a point which of its pages it is.
    let name: String
    let part: Part
    var isDemo = false
    let ask: Asking

    var template: String { String(name.prefix { $0 != "." }) }

    static func get(
        _ name: String, _ part: Part, _ path: @escaping @Sendable (SiteFixture) async throws -> String
    )
        -> PageCase
    {
        PageCase(name: name, part: part) { fixture, guest in try await guest.get(try await path(fixture)) }
    }

    static func get(_ name: String, _ part: Part, _ path: String) -> PageCase {
        get(name, part) { _ in path }
    }

    static func demo(_ name: String, _ path: @escaping @Sendable (SiteFixture) async throws -> String)
        -> PageCase
    {
        PageCase(name: name, part: .citizen, isDemo: true) { fixture, guest in
            try await guest.get(try await path(fixture))
        }
    }
}

extension PageCase {
    private static let contest = Paths.call(SiteFixture.call)
    private static let round = "first-round"

    /// Every page that the site has, but for the style guide, which no route shows.
    static let all = open + accounts + filing + calls + desks + panels + conflicts

    private static let open: [PageCase] = [
        .get("home", .nobody, "/"), .get("home.entrant", .entrant, "/"),
        .get("call", .nobody, contest), .get("call.entrant", .entrant, Paths.call(SiteFixture.nextCall)),
        .get("criteria", .nobody, Paths.criteria(of: SiteFixture.call)),
        .get("registers", .nobody, Paths.registers),
        .get("register", .nobody, Paths.register(SiteFixture.call)),
        .get("register-entry", .nobody) { fixture in
            Paths.registerEntry(try await fixture.number(of: "awarded"), in: SiteFixture.call)
        },
        .get("register-fields", .nobody, Paths.registerFields(SiteFixture.call)),
        .get("receipts", .nobody, Paths.receipts),
        .get("receipts.empty", .nobody, "\(Paths.receipts)?code="),
        .get("receipts.malformed", .nobody, "\(Paths.receipts)?code=0000-0000"),
        .get("receipts.unknown", .nobody, "\(Paths.receipts)?code=0000-0000-0000-0000"),
        .get("receipt", .nobody) { Paths.receipt(try await $0.receipt(of: "held")) },
        .get("receipt.withdrawn", .nobody) { Paths.receipt(try await $0.receipt(of: "withdrawn")) },
        .get("failure", .nobody, "/nothing-here"),
        PageCase(name: "failure.expired", part: .entrant) { fixture, guest in
            try await guest.post(
                Paths.action("withdraw", on: fixture.entry("held")),
                [("reason", "ข้อความที่พิมพ์ไว้ยาวพอสมควร")], csrf: "another")
        },
        PageCase(name: "entry.expired", part: .entrant) { fixture, guest in
            try await guest.post(
                Paths.page("work", of: fixture.entry("next-draft")),
                [("title", "ข้อความที่พิมพ์ไว้ยาวพอสมควร")], csrf: "another")
        },
        PageCase(name: "sign-in.typed", part: .nobody) { fixture, guest in
            try await guest.post(
                Paths.page("work", of: fixture.entry("next-draft")),
                [("title", "ข้อความที่พิมพ์ไว้ยาวพอสมควร")])
        },
        PageCase(name: "failure.too-much", part: .entrant) { fixture, guest in
            let text = String(repeating: "ข้อความยาว", count: 80_000)
            return try await guest.post(
                Paths.page("work", of: fixture.entry("next-draft")),
                [("title", "ข้อความที่พิมพ์ไว้ยาวพอสมควร"), ("summary", text)])
        },
        PageCase(name: "failure.moved-on", part: .entrant) { fixture, guest in
            try await guest.post(
                Paths.page("work", of: fixture.entry("held")), [("title", "ข้อความที่พิมพ์ไว้ยาวพอสมควร")])
        },
    ]

    private static let accounts: [PageCase] = [
        .get("sign-in", .nobody, Paths.signIn(then: Paths.following)),
        .get("registration", .nobody, Paths.registration),
        .get("address-correction", .nobody, Paths.addressCorrection),
        .get("mailbox", .nobody, Paths.mailbox(about: .registration)),
        .get("password-reset", .nobody, Paths.passwordResets),
        .get("verification", .nobody) { try await $0.link(in: .verifyEmail) },
        .get("new-password", .nobody) { try await $0.link(in: .resetPassword) },
        .get("spent-link", .nobody, Paths.verification("spent")), .get("account", .entrant, Paths.account),
        .get("memberships", .entrant, Paths.memberships),
        PageCase(name: "memberships.waiting", part: .citizen) { fixture, guest in
            let newcomer = try await fixture.guest(fixture.people.newcomer).speaking(guest.language)
            return try await newcomer.get(Paths.memberships)
        },
        .get("members", .entrant) { Paths.members(of: $0.people.towns[0]) },
        PageCase(name: "members.mistakes", part: .officer) { fixture, guest in
            let (town, filer) = (fixture.people.towns[2], fixture.people.filers[2])
            return try await guest.post(
                Paths.membershipEnd(of: filer, in: town), [(ReasonForm.name(filer, town), " ")])
        },
        PageCase(name: "memberships.mistakes", part: .entrant) { fixture, guest in
            let (town, newcomer) = (fixture.people.towns[0], fixture.people.newcomer)
            return try await guest.post(
                Paths.membership(of: newcomer, in: town), [("decision", "refuse")])
        },
        .get("memberships.found", .citizen, Paths.memberships(matching: "ตัวอย่าง ก")),
        .demo("home.demo") { _ in Paths.home },
        .demo("register.demo") { _ in Paths.register(SiteFixture.call) },
        .demo("memberships.demo") { _ in Paths.memberships },
        .demo("outbox") { _ in Paths.outbox },
        .get("outbox.own", .entrant, Paths.ownLetters),
        .demo("outbox-letter") { Paths.outboxLetter(try await $0.letter("receipt")) },
    ]

    private static let filing: [PageCase] = [
        .get("following", .entrant, Paths.following), .get("following.empty", .citizen, Paths.following),
        .get("start", .rival, Paths.newSubmission(under: SiteFixture.nextCall)),
        PageCase(name: "start.waiting", part: .citizen) { fixture, guest in
            let newcomer = try await fixture.guest(fixture.people.newcomer).speaking(guest.language)
            return try await newcomer.get(Paths.newSubmission(under: SiteFixture.nextCall))
        },
        .get("start.stranger", .citizen, Paths.newSubmission(under: SiteFixture.nextCall)),
        .get("entry", .entrant) { Paths.page("work", of: $0.entry("next-draft")) },
        .get("entry.files", .entrant) { Paths.page("documents", of: $0.entry("next-draft")) },
        PageCase(name: "entry.mistakes", part: .entrant) { fixture, guest in
            try await guest.upload(
                Paths.page("documents", of: fixture.entry("next-draft")),
                [UploadPart(name: "project_document", file: "เปล่า.pdf", bytes: [])])
        },
        .get("summary", .entrant) { Paths.summary(of: $0.entry("next-draft")) },
        PageCase(name: "summary.unfinished", part: .entrant) { fixture, guest in
            let filer = try await fixture.guest(fixture.people.filers[4]).speaking(guest.language)
            return try await filer.get(Paths.summary(of: fixture.entry("draft")))
        },
        .get("submission", .entrant) { Paths.submission($0.entry("held")) },
        .get("submission.officer", .officer) { Paths.submission($0.entry("held")) },
        .get("submission.judge", .judge) { Paths.submission($0.entry("held")) },
        // What is not filed yet is its filer's alone.
        PageCase(name: "changes", part: .entrant) { fixture, guest in
            let filer = try await fixture.guest(fixture.people.filers[2]).speaking(guest.language)
            return try await filer.get(Paths.changes(of: fixture.entry("correction")))
        },
        .get("company", .entrant) { fixture in
            let id = fixture.entry("next-draft")
            let person = fixture.people[.entrant]
            let company = try await fixture.store.company(of: id, for: person, at: SiteFixture.present)
            if company.members.isEmpty {
                try await fixture.store.invite(
                    email: "guest@people.example", to: id, by: person, at: SiteFixture.present)
                try await fixture.store.invite(
                    email: "citizen@people.example", to: id, by: person, at: SiteFixture.present)
            }
            return Paths.company(of: id)
        },
        PageCase(name: "company.mistakes", part: .entrant) { fixture, guest in
            try await guest.post(Paths.company(of: fixture.entry("next-draft")), [("email", "nobody")])
        },
        .get("invitation", .citizen) { Paths.joining($0.entry("next-draft")) },
        PageCase(name: "invitation.account", part: .nobody) { fixture, guest in
            try await guest.get(try await fixture.invitation(to: "guest@people.example"))
        },
        .get("versions", .entrant) { Paths.versions(of: $0.entry("next-draft")) },
        .get("action", .screener) { Paths.action("return", on: $0.entry("screening")) },
        PageCase(name: "action.mistakes", part: .screener) { fixture, guest in
            try await guest.post(
                Paths.action("return", on: fixture.entry("screening")), [("reason", "ขาดหนังสือรับรอง")])
        },
        .get("letter", .entrant) { Paths.letter(try await $0.letter("receipt", of: "held")) },
    ]

    private static let calls: [PageCase] = [
        .get("new-call", .officer, Paths.newCall()),
        .get("call-settings", .officer, Paths.settings(of: SiteFixture.call)),
        .get("call-settings.draft", .officer, Paths.settings(of: SiteFixture.secretCall)),
        .get("preview", .officer, Paths.preview(of: SiteFixture.call)),
        .get("preview.judge", .officer, Paths.preview(of: SiteFixture.call, as: "judge")),
        .get("publication", .officer, Paths.publication(of: SiteFixture.secretCall)),
        .get("discard", .officer, Paths.deletion(of: SiteFixture.secretCall)),
        .get("contact", .officer, Paths.contact(of: SiteFixture.call)),
        .get("extension", .officer, Paths.extensions(of: SiteFixture.nextCall)),
        .get(
            "extension-confirmation", .officer,
            Paths.adding(
                [("closes-date", "31/1/2570"), ("closes-time", ""), ("reason", "น้ำท่วมหลายจังหวัด")],
                to: Paths.extensions(of: SiteFixture.nextCall))),
        .get("exports", .officer, Paths.exports(of: SiteFixture.call)),
        .get("exports.failed", .officer) { fixture in
            try await fixture.failExport(of: SiteFixture.nextCall)
            return Paths.exports(of: SiteFixture.nextCall)
        },
        .get("late-access", .officer, Paths.lateAccess(of: SiteFixture.call)),
        .get("people", .officer, Paths.people(of: SiteFixture.call)),
        PageCase(name: "outbox.call", part: .officer) { fixture, guest in
            try await fixture.refuseLetter("receipt", of: "rejected")
            return try await guest.get(Paths.letters(of: SiteFixture.call))
        },
    ]

    private static let desks: [PageCase] = [
        .get("desks", .officer, Paths.desks), .get("desks.empty", .citizen, Paths.desks),
        .get("desk", .officer, Paths.desk(SiteFixture.call)),
        .get("desk.chair", .chair, "\(Paths.desk(SiteFixture.call))?stage=judging"),
        .get("bulk", .screener) { fixture in
            let ids = ["screening", "held"].map { ("submission", fixture.entry($0).description) }
            return Paths.adding(
                [("action", "return"), ("desk", Paths.desk(SiteFixture.call))] + ids,
                to: Paths.bulkActions(SiteFixture.call))
        },
        .get("desk.no-choice", .screener, "\(Paths.desk(SiteFixture.call))?stage=screening&choice=none"),
        .get("judging", .judge, Paths.judging(SiteFixture.call)),
        .get("review", .judge) { Paths.review(round, of: $0.entry("next-judging")) },
        .get("review.given", .judge) { Paths.review(round, of: $0.entry("held")) },
        PageCase(name: "review.mistakes", part: .judge) { fixture, guest in
            try await guest.post(
                Paths.review(round, of: fixture.entry("next-judging")),
                [("go", "give"), ("score-impact", "3")])
        },
    ]

    private static let panels: [PageCase] = [
        .get("panel", .officer, Paths.panel(round, of: SiteFixture.call)),
        PageCase(name: "assignment", part: .officer) { fixture, guest in
            let number = try await fixture.number(of: "next-judging")
            return try await guest.post(
                Paths.assignmentList(round, of: SiteFixture.nextCall),
                [("list", "entry,judge\n\(number),otherjudge@people.example\n")])
        },
        .get("judge-tasks", .officer) {
            Paths.tasks(of: $0.people.judges[0], round, of: SiteFixture.call)
        },
        .get("judges", .officer) { Paths.judges(round, of: $0.entry("judging")) },
        .get("rule", .officer, Paths.rule(round, of: SiteFixture.call)),
        .get("rule.open", .officer, Paths.rule("final-round", of: SiteFixture.nextCall)),
        .get("chair", .chair, Paths.chair(round, of: SiteFixture.call)),
        .get("further", .officer, Paths.further(round, of: SiteFixture.nextCall)),
        .get("ranking", .chair, Paths.ranking(round, of: SiteFixture.call)),
        .get("trace", .chair) { Paths.trace(of: $0.entry("held"), round, of: SiteFixture.call) },
        .get("release", .chair, Paths.release(round, of: SiteFixture.call)),
        .get("release-list", .chair, Paths.released("select", round, of: SiteFixture.call)),
        // The last of all: what is released stays so.
        PageCase(name: "released", part: .chair) { fixture, guest in
            let (store, officer) = (fixture.store, fixture.people[.officer])
            if try await store.pendingDecisions(SiteFixture.call, for: officer).total > 0 {
                try await store.release(SiteFixture.call, by: officer, at: SiteFixture.present)
            }
            return try await guest.get("\(Paths.release(round, of: SiteFixture.call))?released=yes")
        },
        .get("result", .nobody, Paths.result(round, of: SiteFixture.call)),
    ]

    /// Behind all others: they ask another judge for a review.
    private static let conflicts: [PageCase] = [
        PageCase(name: "conflicts", part: .otherJudge) { fixture, guest in
            try await fixture.askOtherJudge(about: fixture.entry("next-judging"))
            return try await guest.get(Paths.conflicts(SiteFixture.nextCall))
        },
        .get("conflicts.one", .otherJudge) {
            Paths.conflicts(SiteFixture.nextCall, about: $0.entry("next-judging"))
        },
        PageCase(name: "conflicts.mistakes", part: .otherJudge) { fixture, guest in
            let entry = fixture.entry("next-judging")
            return try await guest.post(
                Paths.conflicts(SiteFixture.nextCall),
                [("kind", "named"), ("conflict", "\(entry)/\(round)"), ("reason", " ")])
        },
        PageCase(name: "conflicts.changed", part: .otherJudge) { fixture, guest in
            let entry = fixture.entry("next-judging")
            return try await guest.post(
                Paths.conflicts(SiteFixture.nextCall),
                [
                    ("kind", "named"), ("shown", "\(entry) \(round) other-words"),
                    ("conflict", "\(entry)/\(round)"), ("reason", "เคยเป็นที่ปรึกษา"),
                ])
        },
        .get("judging.asked", .otherJudge, Paths.judging(SiteFixture.nextCall)),
        .get("conflicts.none", .judge, Paths.conflicts(SiteFixture.nextCall)),
    ]
}
