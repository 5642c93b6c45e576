import Foundation
import HTTPTypes
import Hummingbird
import SalaEngine
import SalaExchange
import SalaStore
import SalaThai

/// A round of judging for those who run it: who judges what.
struct PanelRoutes {
    let site: Site
    /// The largest list of assignments.
    private static let listBytes = 2 << 20
    /// In an address: the judge who was just taken off with a review that counted.
    private static let removed = "done-removed"

    func add(to routes: Routes) {
        RecusalRoutes(site: site).add(to: routes)
        routes.get("/calls/{call}/rounds/{round}", showPanel)
        routes.get("/calls/{call}/rounds/{round}/assignments", previewAutomatic)
        routes.post("/calls/{call}/rounds/{round}/assignments", assignAutomatically)
        routes.post(
            "/calls/{call}/rounds/{round}/assignment-list", assignFromList,
            admitting: .signedIn(taking: .list(bytes: PanelRoutes.listBytes)))
        routes.get("/calls/{call}/rounds/{round}/assignment-list.csv", downloadList)
        routes.get("/calls/{call}/rounds/{round}/judges/{judge}", showTasks)
        routes.get("/submissions/{submission}/rounds/{round}/judges", showJudges)
        routes.post("/submissions/{submission}/rounds/{round}/judges", addJudge)
        routes.post("/submissions/{submission}/rounds/{round}/judges/{judge}/withdrawal", removeJudge)
        routes.post("/submissions/{submission}/rounds/{round}/judges/{judge}/reassignment", assignAgain)
        routes.post("/submissions/{submission}/rounds/{round}/judges/{judge}/reopening", reopen)
    }

    @Sendable private func showPanel(_ request: Request, _ context: SalaContext) async throws -> Response {
        try site.answer(try await panelPage(context, done: AssignmentDone(path: context.visit.path)), context)
    }

    @Sendable private func previewAutomatic(
        _ request: Request, _ context: SalaContext
    ) async throws -> Response {
        let typed = context.visit.path.queryItem("seed") ?? ""
        guard let seed = AssignmentSeed.typed(typed) else { return try await refuse(seed: typed, context) }
        return try await preview(.seed(seed), context)
    }

    @Sendable private func assignAutomatically(
        _ posting: Posting, _ context: SalaContext
    ) async throws -> Response {
        guard let seed = AssignmentSeed.typed(posting.text("seed")) else {
            return try await refuse(seed: posting.text("seed"), context)
        }
        return try await assign(.seed(seed), expecting: posting.text("expected"), context)
    }

    /// A list is shown as what it would do, until it comes with what was shown.
    @Sendable private func assignFromList(_ posting: Posting, _ context: SalaContext) async throws -> Response
    {
        let bytes =
            try posting.files.first?.content.contents(upTo: PanelRoutes.listBytes)
            ?? Array(posting.text("list").utf8)
        let expected = posting.text("expected")
        do {
            return expected.isEmpty
                ? try await preview(.list(bytes), context)
                : try await assign(.list(bytes), expecting: expected, context)
        } catch let faults as AssignmentFaults {
            let text = String(validating: bytes, as: UTF8.self) ?? ""
            let list = RefusedList(text: text, faults: faults.first, total: faults.total)
            let page = try await panelPage(context, list: list)
            return try site.answer(page, context, status: .unprocessableContent)
        }
    }

    private func refuse(seed: String, _ context: SalaContext) async throws -> Response {
        let page = try await panelPage(context, seed: seed)
        guard page.assigning != nil else { throw Refusal.notAllowed }
        return try site.answer(page, context, status: .unprocessableContent)
    }

    private func preview(
        _ source: AssignmentSource, _ context: SalaContext, isChanged: Bool = false
    ) async throws -> Response {
        let plan = try await site.store.assignmentPlan(
            try context.word("call"), round: try context.word("round"), from: source,
            by: try context.visitor().person, at: context.visit.now)
        let page = AssignmentPage(site, context, plan, from: source, isChanged: isChanged)
        return isChanged
            ? try site.answer(page, context, refusing: .overtaken([])) : try site.answer(page, context)
    }

    /// Does what was shown; shows it anew where it is something else by now.
    private func assign(
        _ source: AssignmentSource, expecting shown: String, _ context: SalaContext
    ) async throws -> Response {
        let handle = try context.word("call")
        let round = try context.word("round")
        do {
            let outcome = try await site.store.assign(
                handle, round: round, from: source, expecting: shown, by: try context.visitor().person,
                at: context.visit.now)
            let done = AssignmentDone(
                added: outcome.added, missing: outcome.short.values.reduce(0, +), refused: outcome.refused,
                source, at: context.visit.now)
            return site.redirect(to: done.url(after: Paths.panel(round, of: handle)))
        } catch Refusal.overtaken {
            return try await preview(source, context, isChanged: true)
        }
    }

    @Sendable private func showTasks(_ request: Request, _ context: SalaContext) async throws -> Response {
        let tasks = try await site.store.tasks(
            of: try context.id("judge"), in: try context.word("round"), under: try context.word("call"),
            for: try context.visitor().person)
        return try site.answer(JudgeTasksPage(site, context, tasks), context)
    }

    /// The list filled in as it would be assigned automatically today, to be changed and sent back.
    @Sendable private func downloadList(_ request: Request, _ context: SalaContext) async throws -> Response {
        let handle = try context.word("call")
        let lines = try await site.store.assignmentLines(
            handle, round: try context.word("round"),
            seed: AssignmentSeed.standard(on: context.visit.now.localDate), for: try context.visitor().person)
        let sheet = ["entry", "judge", "title", "judge-name"].map(CSVCell.text)
        let rows = lines.map { [$0.entry, $0.judge, $0.title, $0.name].map(CSVCell.text) }
        let text = CSVLine.byteOrderMark + ([sheet] + rows).map(CSVLine.written).joined()
        return try site.download(text, name: "assignments-\(handle).csv")
    }

    @Sendable private func showJudges(_ request: Request, _ context: SalaContext) async throws -> Response {
        let removed = context.visit.path.queryItem(PanelRoutes.removed).flatMap { PersonID($0) }
        return try site.answer(try await judgesPage(context, removed: removed), context)
    }

    @Sendable private func addJudge(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let person = try context.visitor().person
        let id: SubmissionID = try context.id("submission")
        let round = try context.word("round")
        let dossier = try await assigning(context)
        guard let judge = PersonID(posting.text("judge")) else {
            let page = try await judgesPage(context, refused: site.say("panel.choose-judge", context))
            return try site.answer(page, context, status: .unprocessableContent)
        }
        let outcome = try await site.store.assign(
            [AssignmentPair(submission: id, judge: judge)], in: dossier.call.handle, round: round, by: person,
            at: context.visit.now)
        if let refusal = outcome.refusals.first {
            let reason = site.reason(notAssigned: refusal.code, context)
            return try site.answer(
                try await judgesPage(context, refused: reason), context, refusing: refusal)
        }
        return site.redirect(to: Paths.judges(round, of: id), done: "judge-added")
    }

    @Sendable private func removeJudge(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let id: SubmissionID = try context.id("submission")
        let judge: PersonID = try context.id("judge")
        let round = try context.word("round")
        try await assigning(context)
        let (_, judges, _) = try await site.store.judges(
            of: id, round: round, for: try context.visitor().person)
        let review = judges.first { $0.person == judge }?.review
        // Asked twice, as after an answer that never came.
        if review?.state == .withdrawn {
            return site.redirect(to: Paths.judges(round, of: id), done: "judge-removed")
        }
        let hasGiven = review?.state == .final
        // The score may have come after the page did: nobody drops it unawares.
        if hasGiven, posting.text("told").isEmpty {
            let change = RefusedChange(
                judge: judge, reason: posting.text("reason-\(judge)"), mistake: nil, kind: .change)
            return try site.answer(
                try await judgesPage(context, change: change), context, refusing: .overtaken([]))
        }
        let done = try await change("judge-removed", posting, context) { id, round, judge, reason, person in
            try await site.store.decide(
                .unassign(round: round, judge: judge, reason: reason), on: id, by: person,
                at: context.visit.now)
        }
        guard hasGiven, done.status == .seeOther else { return done }
        let path = Paths.adding(
            [(PanelRoutes.removed, judge.description)], to: Paths.judges(round, of: id))
        return site.redirect(to: path)
    }

    @Sendable private func assignAgain(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        try await assigning(context)
        return try await change("judge-again", posting, context) { id, round, judge, reason, person in
            try await site.store.assignAgain(
                judge, to: id, in: round, because: reason, by: person, at: context.visit.now)
        }
    }

    @Sendable private func reopen(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        try await change("reopened", posting, context, reopens: true) { id, round, judge, reason, person in
            try await site.store.reopenReview(
                of: judge, on: id, in: round, because: reason, by: person, at: context.visit.now)
        }
    }

    /// The submission whose judges the page is about, for who assigns: who only leads the round does not.
    @discardableResult
    private func assigning(_ context: SalaContext) async throws -> Dossier {
        let (dossier, _, _) = try await site.store.judges(
            of: try context.id("submission"), round: try context.word("round"),
            for: try context.visitor().person)
        guard dossier.actor.may(.assignReviews, in: dossier.programme) else { throw Refusal.notAllowed }
        return dossier
    }

    /// Changes one judge's part for a reason; without one the page asks for it.
    private func change(
        _ done: String, _ posting: Posting, _ context: SalaContext, reopens: Bool = false,
        _ write: (SubmissionID, String, PersonID, String, PersonID) async throws -> Void
    ) async throws -> Response {
        let person = try context.visitor().person
        let id: SubmissionID = try context.id("submission")
        let judge: PersonID = try context.id("judge")
        let round = try context.word("round")
        let reason = posting.text("\(reopens ? "reopen" : "reason")-\(judge)")
        var mistake = reason.contains { !$0.isWhitespace } ? nil : Mistake.Kind.missing
        do {
            if mistake == nil { try await write(id, round, judge, reason, person) }
        } catch Refusal.mistaken(let found) {
            mistake = found.first?.kind
        }
        if let mistake {
            let change = RefusedChange(
                judge: judge, reason: reason, mistake: mistake, kind: reopens ? .reopening : .change)
            let page = try await judgesPage(context, change: change)
            return try site.answer(page, context, status: .unprocessableContent)
        }
        return site.redirect(to: Paths.judges(round, of: id), done: done)
    }

    private func panelPage(
        _ context: SalaContext, seed: String? = nil, list: RefusedList? = nil, done: AssignmentDone? = nil
    ) async throws -> PanelPage {
        let person = try context.visitor().person
        let handle = try context.word("call")
        let round = try context.word("round")
        let panel = try await site.store.panel(handle, round: round, for: person)
        let short = try await site.store.shortEntries(
            under: handle, round: round, for: person, limit: PanelPage.named)
        let declined = try await site.store.declinedReviews(under: handle, round: round, for: person)
        var done = done
        if let time = done?.time, DeskAccess(panel.view).runsPanels {
            done?.judges = try await site.store.assigned(at: time, in: round, under: handle, by: person)
        }
        return PanelPage(site, context, panel, short, declined, seed: seed, list: list, done: done)
    }

    func judgesPage(
        _ context: SalaContext, refused: String? = nil, change: RefusedChange? = nil,
        removed: PersonID? = nil
    ) async throws -> JudgesPage {
        let round = try context.word("round")
        let (dossier, judges, closing) = try await site.store.judges(
            of: try context.id("submission"), round: round, for: try context.visitor().person)
        return JudgesPage(
            site, context, dossier, judges, round, closing: closing, refused: refused, change: change,
            removed: removed)
    }
}
