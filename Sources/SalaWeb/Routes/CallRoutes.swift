import Hummingbird
import SalaEngine
import SalaStore

/// What anybody may know of a call before filing.
struct CallRoutes {
    let site: Site

    func add(to routes: Routes) {
        routes.get("/calls/{call}", show)
        routes.get("/calls/{call}/criteria", showCriteria)
    }

    @Sendable private func show(_ request: Request, _ context: SalaContext) async throws -> Response {
        let view = try await site.store.call(try context.word("call"), for: context.visit.visitor?.person)
        let extended = try await site.store.extensions(of: view.call.id)
        let hasResults = try await site.store.hasPublicEntries(view.call.id)
        return try site.publicAnswer(context) {
            CallPage(site, $0, view, hasResults: hasResults, extended: extended)
        }
    }

    @Sendable private func showCriteria(_ request: Request, _ context: SalaContext) async throws -> Response {
        let view = try await site.store.call(try context.word("call"), for: context.visit.visitor?.person)
        return try site.publicAnswer(context) { try CriteriaPage(site, $0, view) }
    }
}
