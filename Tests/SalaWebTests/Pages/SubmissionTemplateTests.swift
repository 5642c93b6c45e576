import Hummingbird
import HummingbirdTesting
import SalaEngine
import SalaThai
import Synchronization
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("The templates of filing and following")
struct SubmissionTemplateTests {
    @Test("every tag of every page is answered by a property of the page", arguments: Language.allCases)
    func tags(language: Language) async throws {
        try await SiteFixture.with(seeded: true) { fixture in
            var context = try await Self.context()
            context.visit.now = fixture.clock.now
            context.visit.language = language
            for page in try await Self.pages(fixture, context) {
                let template = type(of: page).template
                // An optional without a value is no fault, nor is a kind of control that the sample has not:
                // only a name that nothing answers is.
                let findings = fixture.site.templates.unknownTags(template: template, sample: page)
                    .filter { !$0.hasSuffix("has no value in the sample") && !$0.contains("{{.control.") }
                #expect(findings == [], "\(template)")
                #expect(
                    try !fixture.site.templates.render(page, language: language).contains("{{"), "\(template)"
                )
            }
        }
    }

    @Test("a clock that was refused is told with the reason and what follows, until somebody has acted")
    func refusedClock() async throws {
        try await SiteFixture.with(seeded: true) { fixture in
            var context = try await Self.context()
            context.visit.now = fixture.clock.now
            var view = try await fixture.store.submission(
                fixture.entry("correction"), for: fixture.people[.officer], at: context.visit.now)
            func tell(_ body: SubmissionEvent) {
                let sequence = view.events.count + 1
                view.events.append(
                    Recorded(sequence: sequence, at: context.visit.now, actor: nil, body: body))
            }
            let again = SiteFixture.time(7, 20, 14, 30)
            let words: [(code: String, again: Instant?, Spoken)] = [
                (
                    "incomplete", again,
                    [
                        .thai: "ยังมีข้อที่ต้องแก้ ระบบจะลองอีกครั้ง 20 กรกฎาคม 2569 14:30 น.",
                        .english:
                            "missing or must be mended. It is tried again 20 July 2026 14:30.",
                    ]
                ),
                (
                    "already-held", nil,
                    [
                        .thai: "เงื่อนไขของการดำเนินการนี้ยังไม่ครบ ระบบลองหลายครั้งแล้วและหยุดลอง",
                        .english: "has not come about. It was tried several times and is not tried any more.",
                    ]
                ),
            ]
            for (code, again, spoken) in words {
                tell(.clockRefused(ClockRefusal(action: "lapse", code: code, tries: 1, again: again)))
                for language in Language.allCases {
                    context.visit.language = language
                    let page = SubmissionPage(fixture.site, context, view)
                    let html = try fixture.site.templates.render(page, language: language)
                    let text = try #require(spoken[language])
                    // Above all else, and in the history.
                    #expect(html.ranges(of: text).count >= 2, "\(html)")
                    #expect(page.clock?.lines.first?.contains(text) == true)
                }
            }
            guard case .acted(let acted) = view.events.last(where: { $0.body.kind == "acted" })?.body else {
                Issue.record("nobody has acted")
                return
            }
            tell(.acted(acted))
            #expect(SubmissionPage(fixture.site, context, view).clock == nil)
        }
    }

    /// Those who write the entrant's draft, one of them invited just now.
    private static func company(_ fixture: SiteFixture) async throws -> Company {
        let (id, person) = (fixture.entry("next-draft"), fixture.people[.entrant])
        try await fixture.store.invite(
            email: "guest@people.example", to: id, by: person, at: fixture.clock.now)
        return try await fixture.store.company(of: id, for: person, at: fixture.clock.now)
    }

    private static func pages(_ fixture: SiteFixture, _ context: SalaContext) async throws -> [any SalaWeb
        .Page]
    {
        let (site, store, people) = (fixture.site, fixture.store, fixture.people)
        let draft = try await store.dossier(fixture.entry("next-draft"), for: people[.entrant])
        let correction = try await store.filings(of: fixture.entry("correction"), for: people.filers[2])
        let call = try await store.call(SiteFixture.nextCall, for: people[.entrant])
        let towns = try await store.organisationSummaries([people.towns[0]])
        let letter = try await fixture.letter("receipt", of: "held")
        let screened = try await fixture.dossier("screening")
        let action = try #require(screened.programme.workflow.action("return"))
        let mistakes = action.asks?.mistakes(in: [:], at: context.visit.now) ?? []
        let missing = Mistake(question: "project_document", page: "documents", kind: .missing)
        let claims = try await store.memberships(of: people.newcomer, at: context.visit.now)
        var views: [SubmissionView] = []
        for (name, part) in [
            ("held", Part.officer), ("held", .entrant), ("correction", .officer), ("held", .judge),
        ] {
            views.append(
                try await store.submission(fixture.entry(name), for: people[part], at: context.visit.now))
        }
        let offer = InvitationOffer(
            submission: fixture.entry("next-draft"), call: call.call, organisation: towns.first,
            inviter: "ก", address: "ข@c.example", hasAccount: false, expiresAt: context.visit.now,
            mayFile: false)
        return [
            StartPage(site, context, call, towns, []), StartPage(site, context, call, [], claims),
            try EntryPage(site, context, draft, page: "work", mistakes: []),
            try EntryPage(site, context, draft, page: "documents", mistakes: [missing]),
            SummaryPage(site, context, draft), ChangesPage(site, context, correction),
            VersionsPage(
                site, context,
                try await store.writing(of: fixture.entry("next-draft"), for: people[.entrant])),
            CompanyPage(site, context, try await company(fixture), typed: "ก", mistake: "ข"),
            InvitationPage(site, context, offer, link: "ก"), InvitationPage(site, context, offer, link: nil),
            FollowingPage(
                site, context, try await store.ownSubmissions(of: people[.entrant]), waiting: claims,
                claims: 1),
            FollowingPage(site, context, [], waiting: [], claims: 0),
            LetterPage(site, context, try await store.letter(letter, for: people[.entrant])),
            ReceiptPage(site, context, try await store.receipt(try await fixture.receipt(of: "held"))),
            ActionPage(site, context, screened, action, mistakes: mistakes),
            FailurePage(
                chrome: site.chrome("ก", context), sentence: "ข", isInBrowser: true, requestID: "1",
                signIn: "/sign-in",
                resend: ResendView(Posting(fields: ["a": ["ข้อความที่ยาวกว่ายี่สิบตัวอักษร"]]), to: "/", label: "ค"),
                formURL: "/form",
                kept: KeptTexts(
                    Posting(fields: ["a": ["ข้อความ"]]), asking: [TypedQuestion(name: "a", label: "ก")],
                    title: "ง"),
                ways: [LinkView(label: "จ", url: "/")]),
        ] + views.map { SubmissionPage(site, context, $0) }
    }

    /// The context of a request that nobody has signed in for.
    static func context() async throws -> SalaContext {
        let kept = Mutex<SalaContext?>(nil)
        let router = Router(context: SalaContext.self)
        router.get("/") { _, context in
            kept.withLock { $0 = context }
            return "kept"
        }
        try await Application(router: router).test(.router) { client in
            _ = try await client.executeRequest(uri: "/", method: .get, headers: [:], body: nil)
        }
        return try #require(kept.withLock { $0 })
    }
}
