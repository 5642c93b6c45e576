import Hummingbird
import HummingbirdTesting
import SalaEngine
import SalaExchange
import Synchronization
import SalaThai
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("The templates of calls and registers")
struct CallTemplateTests {
    @Test("every tag of every page is answered by a property of the page")
    func tags() async throws {
        try await CallSite.with { office in
            let context = try await Self.context(office.site)
            for page in try await Self.pages(office, context) {
                let template = type(of: page).template
                // A sample without a value for every optional, or without a field of every kind, is no fault.
                let findings = office.site.templates.unknownTags(template: template, sample: page)
                    .filter { !$0.hasSuffix("has no value in the sample") && !$0.contains("{{.control.") }
                #expect(findings == [], "\(template)")
            }
        }
    }

    @Test("every page shows in both languages", arguments: Language.allCases)
    func rendering(language: Language) async throws {
        try await CallSite.with { office in
            let context = try await Self.context(office.site)
            for page in try await Self.pages(office, context) {
                let html = try office.site.templates.render(page, language: language)
                #expect(!html.contains("{{") && html.contains("</html>"), "\(type(of: page).template)")
            }
        }
    }

    /// One of each page, as full as the sample makes them.
    private static func pages(_ office: CallSite, _ context: SalaContext) async throws -> [any SalaWeb.Page] {
        let (site, store) = (office.site, office.site.store)
        try await office.openCall()
        try await office.openCall("second-call")
        try await office.file(1, title: "First")
        let end = CallSite.start.adding(seconds: 999_999)
        try await store.decide(
            .extend(to: end, reason: "Why"), on: "open-call", by: office.officerID, at: CallSite.start)
        let view = try await store.call("open-call", for: office.officerID)
        let (_, entry) = try await store.registerEntry("open-call", number: "S-0001")
        let query = RegisterQuery(path: "/register/open-call?facet-field=health&query=first")
        let plain = RegisterQuery(path: "/register/open-call")
        let dataSet = RegisterDataSet(
            view.call, of: view.programme, office: view.office,
            addresses: RegisterAddresses(site, "open-call", plain), kindWords: site.words(ofKind:_:))
        let calls = try await store.publishedCalls(limit: 9, at: CallSite.start)
        let offices = try await store.organisationSummaries([CallSite.office])
        let draft = CallDraft(new: SampleProgramme.programme)
        let (_, mistakes) = draft.read(of: SampleProgramme.programme)
        return [
            HomePage(site, context, calls: calls, latest: try await store.latestPublicEntries(limit: 9)),
            ReceiptSearchPage(site, context, typed: "x"),
            CallPage(
                site, context, view, hasResults: true,
                extended: try await store.extensions(of: view.call.id)),
            try CriteriaPage(site, context, view),
            RegistersPage(
                site, context, try await store.registers(page: 1, length: 9), among: calls,
                filled: []),
            RegistersPage(
                site, context, Listing(entries: [], total: 3, page: 1, length: 1), among: [], filled: []),
            RegisterPage(site, context, try await store.register("open-call", query.filter), query),
            RegisterPage(site, context, try await store.register("open-call", plain.filter), plain),
            RegisterEntryPage(site, context, view, entry, query),
            RegisterFieldsPage(
                site, context, view, try #require(dataSet).fields, query),
            NewCallPage(site, context, choosing: [SampleProgramme.programme]),
            NewCallPage(
                site, context, opening: SampleProgramme.programme, for: offices, draft, mistakes: mistakes),
        ] + (try await behind(office, context, view))
    }

    /// The pages behind the counter.
    private static func behind(
        _ office: CallSite, _ context: SalaContext, _ view: CallView
    ) async throws -> [any SalaWeb.Page] {
        let (site, store) = (office.site, office.site.store)
        let end = CallSite.start.adding(seconds: 999_999)
        let history = try await store.callHistory("open-call", for: office.officerID)
        return [
            CallSettingsPage(site, context, history),
            PublicationPage(site, context, view, version: (number: 2, publishedAt: CallSite.start)),
            ContactPage(site, context, view),
            DiscardPage(site, context, history),
            ExtensionPage(site, context, view),
            ExtensionConfirmationPage(
                site, context, view, CallDraft(view.call, of: view.programme, thai: true), end: end,
                ExtensionOutlook(drafts: 2, people: 1)),
            PeoplePage(
                site, context, try await store.people(in: "open-call", for: office.officerID),
                mistakes: [.person: "email-unknown"]),
            try PreviewPage(site, context, view, []),
            try PreviewPage(site, context, view, [("role", "judge")]),
        ]
    }

    /// The context of a request that nobody has signed in for.
    static func context(_ site: Site) async throws -> SalaContext {
        let kept = Mutex<SalaContext?>(nil)
        let router = Router(context: SalaContext.self)
        router.get("/") { _, context in
            kept.withLock { $0 = context }
            return "kept"
        }
        try await Application(router: router).test(.router) { client in
            _ = try await client.executeRequest(uri: "/", method: .get, headers: [:], body: nil)
        }
        var context = try #require(kept.withLock { $0 })
        context.visit.now = CallSite.start
        return context
    }
}
