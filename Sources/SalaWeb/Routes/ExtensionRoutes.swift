import Hummingbird
import SalaEngine
import SalaStore
import SalaThai

/// Moving the end of a published call, or giving it one: asked for with a GET, which says what will happen,
/// and done with a POST.
struct ExtensionRoutes {
    let site: Site

    func add(to routes: Routes) {
        routes.get("/calls/{call}/extensions", ask)
        routes.post("/calls/{call}/extensions", extend)
    }

    @Sendable private func ask(_ request: Request, _ context: SalaContext) async throws -> Response {
        let view = try await extensible(context)
        let typed = Dictionary(Paths.items(context.visit.path).map { ($0.name, [$0.value]) }) { $1 }
        guard typed[CallDraft.closesDate] != nil || typed[ExtensionPage.reason] != nil else {
            return try site.answer(ExtensionPage(site, context, view), context)
        }
        let draft = CallDraft(Posting(fields: typed))
        guard typed[ExtensionPage.change] == nil else {
            return try site.answer(ExtensionPage(site, context, view, draft: draft), context)
        }
        let (end, mistakes) = read(draft, view, context)
        guard let end, mistakes.isEmpty else { return try refuse(draft, mistakes, view, context) }
        let outlook = try await site.store.extensionOutlook(
            view.call.handle, for: try context.visitor().person)
        let page = ExtensionConfirmationPage(site, context, view, draft, end: end, outlook)
        return try site.answer(page, context)
    }

    @Sendable private func extend(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let visitor = try context.visitor()
        let view = try await extensible(context)
        let draft = CallDraft(posting)
        var (end, mistakes) = read(draft, view, context)
        if let end, end == view.call.period.closes { try await refuseRepeated(end, view, context) }
        if let end, mistakes.isEmpty {
            let handle = view.call.handle
            let outlook = try await site.store.extensionOutlook(handle, for: visitor.person)
            do {
                try await site.store.decide(
                    .extend(to: end, reason: draft[ExtensionPage.reason]), on: handle,
                    by: visitor.person, at: context.visit.now)
                return site.redirect(
                    to: Paths.settings(of: handle),
                    done: "call-\(view.call.endDeed)" + (outlook.people == 0 ? "-untold" : ""))
            } catch Refusal.mistakenCall(let found) {
                mistakes = draft.mistakes(found, of: view.programme)
            }
        }
        return try refuse(draft, mistakes, view, context)
    }

    /// Refuses what another page has confirmed already, and says who and when.
    private func refuseRepeated(_ end: Instant, _ view: CallView, _ context: SalaContext) async throws {
        let handle = view.call.handle
        let history = try await site.store.callHistory(handle, for: try context.visitor().person)
        let isSame: (CallEvent) -> Bool = { if case .extended(end, _) = $0 { true } else { false } }
        guard history.events.contains(where: { isSame($0.body) }) else { return }
        throw GuidedRefusal(
            refusal: .alreadyDone,
            sentence: site.sentence("settings.already-ends-so", history, context, of: isSame),
            ways: [LinkView(label: site.say("desks.settings", context), url: Paths.settings(of: handle))])
    }

    /// The new end, and every mistake in what was typed.
    private func read(
        _ draft: CallDraft, _ view: CallView, _ context: SalaContext
    ) -> (end: Instant?, mistakes: [CallDraft.Mistake]) {
        var mistakes: [CallDraft.Mistake] = []
        let end = draft.instant(
            CallDraft.closesDate, CallDraft.closesTime, isEnd: true, missing: "missing", &mistakes)
        let found = view.call.mistakes(
            extendingTo: end, reason: draft[ExtensionPage.reason], at: context.visit.now)
        return (end, mistakes + draft.mistakes(found, of: view.programme))
    }

    private func refuse(
        _ draft: CallDraft, _ mistakes: [CallDraft.Mistake], _ view: CallView, _ context: SalaContext
    ) throws -> Response {
        let page = ExtensionPage(site, context, view, draft: draft, mistakes: mistakes)
        return try site.answer(page, context, status: .unprocessableContent)
    }

    private func extensible(_ context: SalaContext) async throws -> CallView {
        let view = try await site.managed(context)
        let holds = try await site.store.holdsDecisions(in: view.call.id)
        if let refusal = view.call.refusalToExtend(holds: holds) { throw refusal }
        return view
    }
}
