import Foundation
import Hummingbird
import HummingbirdTesting
import SalaEngine
import Synchronization
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("The templates of desks, panels and rankings")
struct DeskTemplateTests {
    @Test("every tag of every page is answered by a property of the page", arguments: Language.allCases)
    func tags(language: Language) async throws {
        try await DeskSite.with { home in
            var context = try await Self.context(home.site)
            context.visit.language = language
            let desks = try await Self.desks(home, context)
            let chairs = try await Self.chairs(home, context)
            for page in try await desks + chairs + Self.panels(home, context) {
                let template = type(of: page).template
                // An optional without a value is no fault, nor is a kind of control that the sample has not:
                // only a name that nothing answers is.
                let findings = home.site.templates.unknownTags(template: template, sample: page)
                    .filter { !$0.hasSuffix("has no value in the sample") && !$0.contains("{{.control.") }
                #expect(findings == [], "\(template)")
                let html = try home.site.templates.render(page, language: language)
                #expect(!html.contains("{{") && html.contains("</html>"), "\(template)")
            }
        }
    }

    private static func desks(_ home: DeskSite, _ context: SalaContext) async throws -> [any SalaWeb.Page] {
        let (site, store, handle) = (home.site, home.site.store, DeskSite.handle)
        let ids = [try await home.judged(1), try await home.judged(2, by: [0, 1]), try await home.file(3)]
        try await home.score(ids[0], 4, 3)
        let views = try await store.calls(of: home.officerID)
        let work = try await store.waitingWork(in: views, of: home.officerID)
        let query = DeskQuery(path: "/?stage=checking&query=Lamp&facet-kind=lamp")
        let desk = try await store.desk(handle, for: home.officerID, query.filter)
        let facets = try await store.deskFacets(handle, for: home.officerID, query.filter)
        let programme = desk.view.programme
        let reject = try #require(programme.workflow.action("reject"))
        let outcome = try await store.preview(
            "reject", input: [:], on: ids, under: handle, by: home.officerID, at: DeskSite.start)
        let rows = try await store.submissionRows(of: ids, under: handle, for: home.officerID)
        let preview = BulkPreview(desk: "/", chosen: ids, outcome, rows: rows)
        let judging = try await store.judgeDesk(handle, for: home.judges[0].id)
        let dossier = try await store.dossier(ids[1], for: home.judges[0].id)
        let review = OwnReview(
            dossier: dossier, round: programme.rounds[0],
            review: Review(state: .begun, scores: ["impact": 4]), isOpen: true,
            queue: ReviewQueue(
                open: 1, total: 2, next: WaitingReview(submission: ids[0], round: "first")))
        let filter = SavedFilter(
            id: Identifier(UUID()), call: views[0].call.id, name: "Lamps", query: "query=Lamp")
        let missing = Mistake(question: "reach", page: "first", kind: .missing)
        return [
            DesksPage(site, context, views, work, saved: [views[0].call.id: [filter]], mayOpen: true),
            DesksPage(site, context, [], [:], mayOpen: false),
            DeskPage(
                site, context, desk, facets, query, choice: DeskChoice(path: "/?choice=none"),
                saved: [filter], refused: RefusedFilter(name: "", fault: .nameMissing),
                done: BulkDone(action: "pass", moved: 1, refused: 1)),
            BulkPage(site, context, desk.view, reject, preview, mistakes: preview.mistakes, changes: []),
            JudgingPage(site, context, judging),
            ReviewPage(site, context, review, refused: [missing]),
            ReviewPage(site, context, review, wayOut: RefusedWayOut(kind: .conflict, reason: "")),
        ]
    }

    private static func chairs(_ home: DeskSite, _ context: SalaContext) async throws -> [any SalaWeb.Page] {
        let (site, store, officer) = (home.site, home.site.store, home.officerID)
        let report = try await store.chairReport(DeskSite.handle, round: "first", for: officer)
        let plan = try await store.furtherPlan(DeskSite.handle, round: "first", for: officer)
        var rule = try await store.roundRule(DeskSite.handle, round: "first", for: officer)
        let settled = rule
        rule.isSettled = false
        let entry = try #require(report.ranking.entries.first)
        let bridge = RoundBridge(entry: entry.submission, judge: "Demo judge-1")
        let mistake = CallDraft.Mistake(field: RuleDraft.decimals, key: "number")
        var compared = try await store.scoreTrace(
            of: entry.submission.id, under: DeskSite.handle, round: "first", for: officer)
        compared.rule.kind = .bradleyTerry
        compared.refusal = .roundUnconnected(parts: 2)
        var comparing = ComparedTrace(isRegularised: true)
        comparing.lines = [
            ComparedTrace.Line(judge: "1", score: "2", count: 3, measure: "4", deviation: "5", value: "6")
        ]
        comparing.duels = [
            ComparedTrace.Duel(
                opponent: entry.submission, wins: 1, losses: 0, ties: 0, value: nil, points: "1")
        ]
        compared.comparing = comparing
        return [
            RulePage(site, context, settled), RulePage(site, context, rule, mistakes: [mistake]),
            ChairPage(site, context, report, ([bridge], true)),
            FurtherPage(site, context, plan, mistake: .missing, isChanged: true),
            TracePage(site, context, compared),
        ]
    }

    private static func panels(_ home: DeskSite, _ context: SalaContext) async throws -> [any SalaWeb.Page] {
        let (site, store, handle) = (home.site, home.site.store, DeskSite.handle)
        let id = try await home.judged(4, by: [])
        let conflicted = try await home.judged(5)
        try await store.decide(
            .declareConflict(round: "first", reason: "ญาติ"), on: conflicted, by: home.judges[0].id,
            at: DeskSite.start)
        let officer = home.officerID
        let panel = try await store.panel(handle, round: "first", for: officer)
        let short = try await store.shortEntries(under: handle, round: "first", for: officer, limit: 9)
        let declined = try await store.declinedReviews(under: handle, round: "first", for: officer)
        let fault = AssignmentFault(line: 2, kind: .syntax(.notUTF8(.windows874)))
        let list = RefusedList(text: "x", faults: [fault], total: 3)
        let (dossier, judges, _) = try await store.judges(of: conflicted, round: "first", for: officer)
        let ranking = try await store.ranking(handle, round: "first", for: officer)
        let trace = try await store.scoreTrace(
            of: try #require(ranking.entries.first).submission.id, under: handle, round: "first", for: officer
        )
        let plan = try await store.assignmentPlan(
            handle, round: "first", from: .seed(7), by: officer, at: DeskSite.start)
        let lines = ["entry,judge"] + [1, 2, 1].map { "D-0004,judge-\($0)@desks.example" }
        let listed = try await store.assignmentPlan(
            handle, round: "first", from: .list(Array(lines.joined(separator: "\n").utf8)),
            by: officer, at: DeskSite.start)
        let decided = try await home.judged(6)
        try await home.score(decided, 4, 3)
        try await store.decide(.act("win", input: [:]), on: decided, by: officer, at: DeskSite.start)
        let outlook = try await store.releaseOutlook(handle, for: officer, at: DeskSite.start)
        let outcome = try #require(outlook.outcomes.first)
        let tasks = try await store.tasks(of: home.judges[0].id, in: "first", under: handle, for: officer)
        var done = AssignmentDone(added: 1, missing: 1, seed: 7)
        done.judges = [home.judges[0].id: 1]
        return [
            PanelPage(site, context, panel, short, declined, list: list, done: done),
            AssignmentPage(site, context, plan, from: .seed(7), isChanged: true),
            AssignmentPage(site, context, listed, from: .list([])),
            JudgeTasksPage(site, context, tasks),
            JudgesPage(
                site, context, dossier, judges, "first", refused: "no",
                change: RefusedChange(judge: home.judges[0].id, reason: "", mistake: .missing)),
            RankingPage(site, context, ranking, page: 1, refused: .alreadyHeld),
            TracePage(site, context, trace),
            TracePage(
                site, context,
                try await store.scoreTrace(of: id, under: handle, round: "first", for: officer)),
            ReleasePage(site, context, outlook, round: "first", changes: []),
            ReleaseListPage(site, context, outcome, outlook.pending.view, round: "first", page: 1),
            ReleasedPage(
                site, context, outlook.pending.view, Release(at: DeskSite.start, count: 2), round: "first",
                isShown: true),
        ]
    }

    /// The context of a request that nobody has signed in for.
    private static func context(_ site: Site) async throws -> SalaContext {
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
        context.visit.now = DeskSite.start
        return context
    }
}
