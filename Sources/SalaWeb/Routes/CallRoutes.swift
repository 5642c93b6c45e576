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
        let handle = try context.word("call")
        return try await site.publicAnswer(request, context, about: .call(handle)) { context in
            let view = try await site.store.call(handle, for: context.visit.visitor?.person)
            let extended = try await site.store.extensions(of: view.call.id)
            let hasResults = try await site.store.hasPublicEntries(view.call.id)
            let begun = try await site.begun(under: handle, context.visit.visitor)
            return CallPage(
                site, context, view, hasResults: hasResults, extended: extended, begun: begun)
        }
    }

    @Sendable private func showCriteria(_ request: Request, _ context: SalaContext) async throws -> Response {
        let handle = try context.word("call")
        return try await site.publicAnswer(request, context, about: .call(handle)) { context in
            let view = try await site.store.call(handle, for: context.visit.visitor?.person)
            return try CriteriaPage(site, context, view)
        }
    }
}
