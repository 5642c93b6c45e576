import Hummingbird
import SalaEngine
import SalaStore

/// What the chair of a round does about a judge with a conflict of interest.
struct RecusalRoutes {
    let site: Site

    func add(to routes: Routes) {
        routes.post("/submissions/{submission}/rounds/{round}/judges/{judge}/recusal", recuse)
    }

    @Sendable private func recuse(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let id: SubmissionID = try context.id("submission")
        let judge: PersonID = try context.id("judge")
        let round = try context.word("round")
        let reason = posting.text("recusal-\(judge)")
        var mistake = reason.contains { !$0.isWhitespace } ? nil : Mistake.Kind.missing
        do {
            if mistake == nil {
                try await site.store.decide(
                    .recuse(round: round, judge: judge, reason: reason), on: id,
                    by: try context.visitor().person, at: context.visit.now)
            }
        } catch Refusal.mistaken(let found) {
            mistake = found.first?.kind
        }
        guard let mistake else {
            return site.redirect(to: Paths.judges(round, of: id), done: "judge-recused")
        }
        let change = RefusedChange(judge: judge, reason: reason, mistake: mistake, kind: .recusal)
        let page = try await PanelRoutes(site: site).judgesPage(context, change: change)
        return try site.answer(page, context, status: .unprocessableContent)
    }
}
