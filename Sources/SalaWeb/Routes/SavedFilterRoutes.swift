import Hummingbird
import SalaEngine
import SalaStore

/// A person's own saved filters of a desk.
struct SavedFilterRoutes {
    let site: Site

    func add(to routes: Routes) {
        routes.get("/calls/{call}/saved-filters", leave)
        routes.post("/calls/{call}/saved-filters", save)
        routes.post("/calls/{call}/saved-filters/{filter}/removal", remove)
    }

    @Sendable private func save(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let handle = try context.word("call")
        let query = DeskQuery(path: posting.text("desk")).changing { _ in }
        let name = posting.text(DeskPage.Saving.name)
        let fault = try await site.store.saveFilter(
            name, query.text, under: handle, for: try context.visitor().person, at: context.visit.now)
        guard let fault else { return site.redirect(to: query.url(of: handle), done: "filter-saved") }
        let page = try await DeskRoutes(site: site).page(
            query, context, refused: RefusedFilter(name: name, fault: fault))
        return try site.answer(page, context, status: .unprocessableContent)
    }

    @Sendable private func remove(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let handle = try context.word("call")
        try await site.store.removeFilter(
            try context.id("filter"), under: handle, for: try context.visitor().person)
        let query = DeskQuery(path: posting.text("desk"))
        return site.redirect(to: query.url(of: handle), done: "filter-removed")
    }

    /// Where a page with a mistake is read in the other language, or again: its address takes a POST alone.
    @Sendable private func leave(_ request: Request, _ context: SalaContext) async throws -> Response {
        _ = try context.visitor()
        return site.redirect(to: Paths.desk(try context.word("call")))
    }
}
