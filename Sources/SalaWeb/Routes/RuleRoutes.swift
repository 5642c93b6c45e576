import Hummingbird
import SalaEngine
import SalaStore

/// The rule by which a round is reckoned, declared before anybody is asked to judge in it.
struct RuleRoutes {
    let site: Site

    func add(to routes: Routes) {
        routes.get("/calls/{call}/rounds/{round}/rule", show)
        routes.post("/calls/{call}/rounds/{round}/rule", declare)
    }

    @Sendable private func show(_ request: Request, _ context: SalaContext) async throws -> Response {
        try site.answer(RulePage(site, context, try await rule(context)), context)
    }

    @Sendable private func declare(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let (handle, round) = (try context.word("call"), try context.word("round"))
        let draft = RuleDraft(posting)
        let (typed, mistakes) = draft.reading()
        guard let typed else { return try await refuse(draft, mistakes, context) }
        do {
            try await site.store.decide(
                .declareRule(round: round, typed), on: handle, by: try context.visitor().person,
                at: context.visit.now)
        } catch Refusal.mistakenCall(let found) {
            let view = try await rule(context).view
            let mistakes = CallDraft(posting).mistakes(found, of: view.programme)
            return try await refuse(draft, mistakes, context)
        }
        return site.redirect(to: Paths.rule(round, of: handle), done: "rule-declared")
    }

    private func refuse(
        _ draft: RuleDraft, _ mistakes: [CallDraft.Mistake], _ context: SalaContext
    ) async throws -> Response {
        let rule = try await rule(context)
        guard rule.view.isManager else { throw Refusal.notAllowed }
        guard !rule.isSettled else { throw Refusal.ruleSettled }
        return try site.answer(
            RulePage(site, context, rule, typed: draft, mistakes: mistakes), context,
            status: .unprocessableContent)
    }

    private func rule(_ context: SalaContext) async throws -> RoundRule {
        try await site.store.roundRule(
            try context.word("call"), round: try context.word("round"), for: try context.visitor().person)
    }
}
