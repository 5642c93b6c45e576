import Hummingbird
import SalaEngine
import SalaStore
import SalaThai

/// Letting one entrant file though a call has closed.
struct LateAccessRoutes {
    let site: Site

    func add(to routes: Routes) {
        routes.get("/calls/{call}/late-access", show)
        routes.post("/calls/{call}/late-access", grant)
        routes.post("/calls/{call}/late-access/withdrawals", withdraw)
    }

    private func history(_ context: SalaContext) async throws -> CallHistory {
        try await site.store.callHistory(try context.word("call"), for: try context.visitor().person)
    }

    @Sendable private func show(_ request: Request, _ context: SalaContext) async throws -> Response {
        try site.answer(LateAccessPage(site, context, try await history(context)), context)
    }

    @Sendable private func grant(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let history = try await history(context)
        let view = history.view
        if let refusal = view.call.refusalToGrantLateAccess(
            of: view.programme, at: context.visit.now, holds: history.holds)
        {
            throw refusal
        }
        let draft = CallDraft(posting)
        var mistakes: [CallDraft.Mistake] = []
        let until = draft.instant(
            CallDraft.closesDate, CallDraft.closesTime, isEnd: true, missing: "missing", &mistakes)
        let found = view.call.mistakes(
            lateUntil: until, reason: draft[ExtensionPage.reason], of: view.programme, at: context.visit.now)
        mistakes += LateAccessPage.mistakes(found, thai: context.visit.isThai)
        let search = try await entrant(posting, view)
        if let mistake = search.mistake { mistakes.append(mistake) }
        guard let entrant = search.entrant, let until, mistakes.isEmpty else {
            let page = LateAccessPage(
                site, context, history, draft: draft, mistakes: mistakes, found: search.found)
            return try site.answer(page, context, status: .unprocessableContent)
        }
        try await site.store.decide(
            .grantLateAccess(entrant, until: until, reason: draft[ExtensionPage.reason]),
            on: view.call.handle, by: try context.visitor().person, at: context.visit.now)
        return site.redirect(to: Paths.lateAccess(of: view.call.handle), done: "late-granted")
    }

    /// Whom the form names: by the id that was chosen, or else by what was typed where it fits one alone.
    private func entrant(
        _ posting: Posting, _ view: CallView
    ) async throws -> (entrant: LateAccess.Entrant?, found: [OrganisationEntry], mistake: CallDraft.Mistake?)
    {
        let typed = posting.text(LateAccessPage.typed)
        func mistake(_ key: String) -> CallDraft.Mistake {
            CallDraft.Mistake(field: LateAccessPage.typed, key: key, values: [:])
        }
        guard view.programme.filing.by == .organisation else {
            let person = try await site.store.person(email: typed)
            return (
                person.map(LateAccess.Entrant.person), [],
                person == nil ? mistake(typed.isEmpty ? "missing" : "nobody") : nil
            )
        }
        // The field that the script fills in comes first, and what was chosen from the list after it.
        if let id = posting.texts(LateAccessPage.organisation).compactMap({ OrganisationID($0) }).last {
            let known = try await site.store.organisations([id])
            if !known.isEmpty { return (.organisation(id), [], nil) }
        }
        guard !typed.isEmpty else { return (nil, [], mistake("missing")) }
        let found = try await site.store.suggestOrganisations(typed: typed)
        guard found.entries.count == 1, !found.areNear, let only = found.entries.first else {
            return (
                nil, found.entries, mistake(found.entries.isEmpty ? "no-organisation" : "choose-organisation")
            )
        }
        return (.organisation(only.summary.id), [], nil)
    }

    @Sendable private func withdraw(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let handle = try context.word("call")
        let entrant: LateAccess.Entrant
        if let organisation = OrganisationID(posting.text("organisation")) {
            entrant = .organisation(organisation)
        } else if let person = PersonID(posting.text("person")) {
            entrant = .person(person)
        } else {
            throw Refusal.notFound
        }
        try await site.store.decide(
            .withdrawLateAccess(entrant), on: handle, by: try context.visitor().person,
            at: context.visit.now)
        return site.redirect(to: Paths.lateAccess(of: handle), done: "late-withdrawn")
    }
}
