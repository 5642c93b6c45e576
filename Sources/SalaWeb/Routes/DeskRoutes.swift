import Hummingbird
import SalaEngine
import SalaStore

/// The desks of officers and screeners.
struct DeskRoutes {
    let site: Site

    func add(to routes: Routes) {
        routes.get("/desks", showDesks)
        routes.get("/calls/{call}/desk", showDesk)
        BulkRoutes(site: site).add(to: routes)
        SavedFilterRoutes(site: site).add(to: routes)
    }

    @Sendable private func showDesks(_ request: Request, _ context: SalaContext) async throws -> Response {
        let person = try context.visitor().person
        let views = try await site.store.calls(of: person)
        let work = try await site.store.waitingWork(in: views, of: person)
        let saved = try await site.store.savedFilters(of: person, in: views.map(\.call.id))
        let mayOpen = try await mayOpenCalls(context)
        let claims = try await site.store.pendingMembershipCount(for: person, at: context.visit.now)
        return try site.answer(
            DesksPage(site, context, views, work, saved: saved, mayOpen: mayOpen, claims: claims), context)
    }

    /// Whether a part that the person has in an organisation opens calls of some programme.
    private func mayOpenCalls(_ context: SalaContext) async throws -> Bool {
        let visitor = try context.visitor()
        guard !visitor.memberships.isEmpty else { return false }
        return try await site.store.publishedProgrammes()
            .contains { !visitor.offices(opening: $0.programme).isEmpty }
    }

    @Sendable private func showDesk(_ request: Request, _ context: SalaContext) async throws -> Response {
        try site.answer(try await page(DeskQuery(path: context.visit.path), context), context)
    }

    /// The desk under that query.
    ///
    /// - Parameter refused: the filter that was to be saved and could not be.
    func page(
        _ query: DeskQuery, _ context: SalaContext, refused: RefusedFilter? = nil
    ) async throws -> DeskPage {
        let person = try context.visitor().person
        let handle = try context.word("call")
        let desk = try await site.store.desk(handle, for: person, query.filter)
        guard DeskAccess(desk.view).reads else { throw Refusal.notAllowed }
        let facets = try await site.store.deskFacets(handle, for: person, query.filter)
        let call = desk.view.call.id
        let saved = try await site.store.savedFilters(of: person, in: [call])[call] ?? []
        return DeskPage(
            site, context, desk, facets, query, choice: DeskChoice(path: context.visit.path),
            saved: saved, refused: refused, done: BulkDone(path: context.visit.path))
    }
}
