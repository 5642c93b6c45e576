import Hummingbird
import SalaEngine
import SalaStore

/// What whoever leads a round looks at before deciding, and the further reviews that are asked for from it.
struct ChairRoutes {
    let site: Site

    func add(to routes: Routes) {
        routes.get("/calls/{call}/rounds/{round}/chair", show)
        routes.get("/calls/{call}/rounds/{round}/chair.csv", downloadEntries)
        routes.get("/calls/{call}/rounds/{round}/chair-judges.csv", downloadJudges)
        routes.get("/calls/{call}/rounds/{round}/further", askFurther)
        routes.post("/calls/{call}/rounds/{round}/further", sendFurther)
    }

    @Sendable private func show(_ request: Request, _ context: SalaContext) async throws -> Response {
        let report = try await report(context)
        let bridges = try await site.store.bridges(of: report.ranking)
        return try site.answer(ChairPage(site, context, report, bridges), context)
    }

    @Sendable private func downloadEntries(
        _ request: Request, _ context: SalaContext
    ) async throws -> Response {
        let sheet = ChairSheet(site: site, context: context, report: try await report(context))
        return try site.download(sheet.entries, name: "chair-\(try context.word("call")).csv")
    }

    @Sendable private func downloadJudges(
        _ request: Request, _ context: SalaContext
    ) async throws -> Response {
        let sheet = ChairSheet(site: site, context: context, report: try await report(context))
        return try site.download(sheet.judges, name: "chair-judges-\(try context.word("call")).csv")
    }

    @Sendable private func askFurther(_ request: Request, _ context: SalaContext) async throws -> Response {
        try site.answer(FurtherPage(site, context, try await plan(context)), context)
    }

    @Sendable private func sendFurther(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let (handle, round) = (try context.word("call"), try context.word("round"))
        let reason = posting.text("reason")
        var mistake = reason.contains { !$0.isWhitespace } ? nil : Mistake.Kind.missing
        var isChanged = false
        do {
            if mistake == nil {
                _ = try await site.store.askFurther(
                    handle, round: round, because: reason, expecting: posting.text("expected"),
                    by: try context.visitor().person, at: context.visit.now)
                return site.redirect(to: Paths.chair(round, of: handle), done: "further-asked")
            }
        } catch Refusal.mistaken(let found) {
            mistake = found.first?.kind
        } catch Refusal.overtaken {
            isChanged = true
        }
        let page = FurtherPage(
            site, context, try await plan(context), reason: reason, mistake: mistake, isChanged: isChanged)
        return isChanged
            ? try site.answer(page, context, refusing: .overtaken([]))
            : try site.answer(page, context, status: .unprocessableContent)
    }

    private func report(_ context: SalaContext) async throws -> ChairReport {
        try await site.store.chairReport(
            try context.word("call"), round: try context.word("round"), for: try context.visitor().person)
    }

    private func plan(_ context: SalaContext) async throws -> FurtherPlan {
        try await site.store.furtherPlan(
            try context.word("call"), round: try context.word("round"), for: try context.visitor().person)
    }
}
