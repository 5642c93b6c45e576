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

    func add(to routes: Routes) {
        routes.get("/calls/{call}/rounds/{round}", showPanel)
        routes.post("/calls/{call}/rounds/{round}/assignments", assignAutomatically)
        routes.post(
            "/calls/{call}/rounds/{round}/assignment-list", assignFromList,
            admitting: .signedIn(taking: .list(bytes: PanelRoutes.listBytes)))
        routes.get("/calls/{call}/rounds/{round}/assignment-list.csv", downloadList)
        routes.get("/submissions/{submission}/rounds/{round}/judges", showJudges)
        routes.post("/submissions/{submission}/rounds/{round}/judges", addJudge)
        routes.post("/submissions/{submission}/rounds/{round}/judges/{judge}/withdrawal", removeJudge)
    }

    @Sendable private func showPanel(_ request: Request, _ context: SalaContext) async throws -> Response {
        try site.answer(try await panelPage(context, done: AssignmentDone(path: context.visit.path)), context)
    }

    @Sendable private func assignAutomatically(
        _ posting: Posting, _ context: SalaContext
    ) async throws -> Response {
        let person = try context.visitor().person
        let handle = try context.word("call")
        let round = try context.word("round")
        guard let seed = AssignmentSeed.typed(posting.text("seed")) else {
            let page = try await panelPage(context, seed: posting.text("seed"))
            guard page.assigning != nil else { throw Refusal.notAllowed }
            return try site.answer(page, context, status: .unprocessableContent)
        }
        let outcome = try await site.store.assignAutomatically(
            handle, round: round, seed: seed, by: person, at: context.visit.now)
        let done = AssignmentDone(
            added: outcome.added, missing: outcome.short.values.reduce(0, +), refused: outcome.refused,
            seed: seed)
        return site.redirect(to: done.url(after: Paths.panel(round, of: handle)))
    }

    @Sendable private func assignFromList(_ posting: Posting, _ context: SalaContext) async throws -> Response
    {
        let person = try context.visitor().person
        let handle = try context.word("call")
        let round = try context.word("round")
        let bytes =
            try posting.files.first?.content.contents(upTo: PanelRoutes.listBytes)
            ?? Array(posting.text("list").utf8)
        do {
            let report = try await site.store.importAssignments(
                csv: bytes, to: handle, round: round, by: person, at: context.visit.now)
            let done = AssignmentDone(added: report.added, missing: 0, refused: report.refused, seed: nil)
            return site.redirect(to: done.url(after: Paths.panel(round, of: handle)))
        } catch let faults as AssignmentFaults {
            let text = String(validating: bytes, as: UTF8.self) ?? ""
            let list = RefusedList(text: text, faults: faults.first, total: faults.total)
            let page = try await panelPage(context, list: list)
            return try site.answer(page, context, status: .unprocessableContent)
        }
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
        try site.answer(try await judgesPage(context), context)
    }

    @Sendable private func addJudge(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let person = try context.visitor().person
        let id: SubmissionID = try context.id("submission")
        let round = try context.word("round")
        let dossier = try await site.store.dossier(id, for: person)
        guard let judge = PersonID(posting.text("judge")) else {
            let page = try await judgesPage(context, refused: site.say("panel.choose-judge", context))
            return try site.answer(page, context, status: .unprocessableContent)
        }
        let outcome = try await site.store.assign(
            [AssignmentPair(submission: id, judge: judge)], in: dossier.call.handle, round: round, by: person,
            at: context.visit.now)
        if let code = outcome.refused.keys.first {
            let page = try await judgesPage(context, refused: site.reason(notAssigned: code, context))
            return try site.answer(page, context, status: .conflict)
        }
        return site.redirect(to: Paths.judges(round, of: id), done: "judge-added")
    }

    @Sendable private func removeJudge(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let person = try context.visitor().person
        let id: SubmissionID = try context.id("submission")
        let judge: PersonID = try context.id("judge")
        let round = try context.word("round")
        let reason = posting.text("reason-\(judge)")
        var mistake = reason.contains { !$0.isWhitespace } ? nil : Mistake.Kind.missing
        do {
            if mistake == nil {
                try await site.store.decide(
                    .unassign(round: round, judge: judge, reason: reason), on: id, by: person,
                    at: context.visit.now)
            }
        } catch Refusal.mistaken(let found) {
            mistake = found.first?.kind
        }
        if let mistake {
            let removal = RefusedRemoval(judge: judge, reason: reason, mistake: mistake)
            let page = try await judgesPage(context, removal: removal)
            return try site.answer(page, context, status: .unprocessableContent)
        }
        return site.redirect(to: Paths.judges(round, of: id), done: "judge-removed")
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
        return PanelPage(site, context, panel, short, declined, seed: seed, list: list, done: done)
    }

    private func judgesPage(
        _ context: SalaContext, refused: String? = nil, removal: RefusedRemoval? = nil
    ) async throws -> JudgesPage {
        let round = try context.word("round")
        let (dossier, judges) = try await site.store.judges(
            of: try context.id("submission"), round: round, for: try context.visitor().person)
        return JudgesPage(site, context, dossier, judges, round, refused: refused, removal: removal)
    }
}
