import Foundation
import Hummingbird
import SalaEngine
import SalaStore

/// What only a demo has: becoming somebody with one click, and reading everybody's letters.
struct DemoRoutes {
    let site: Site

    /// Adds nothing outside a demo: there the addresses are not found.
    func add(to routes: Routes) {
        guard site.settings.personas != nil else { return }
        routes.post("/personas/{persona}", become, admitting: .anybody)
        routes.get("/outbox", showOutbox)
        routes.get("/outbox/{letter}", showLetter)
    }

    @Sendable private func become(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let key = try context.word("persona")
        guard let persona = site.settings.personas?.first(where: { $0.key == key }) else {
            throw Refusal.notFound
        }
        let visit = context.visit
        let session = try await site.store.signInDemo(
            persona.person, agent: visit.agent, replacing: visit.token, at: visit.now)
        return try await site.welcome(session, context)
    }

    @Sendable private func showOutbox(_ request: Request, _ context: SalaContext) async throws -> Response {
        let query = OutboxQuery(Paths.outbox, asked: context.visit.path)
        let outbox = try await site.store.outbox(query.filter, limit: OutboxPage.length)
        return try site.answer(OutboxPage(site, context, outbox, query), context)
    }

    @Sendable private func showLetter(_ request: Request, _ context: SalaContext) async throws -> Response {
        guard let id = UUID(text: try context.word("letter")) else { throw Refusal.notFound }
        let letter = try await site.store.anyLetter(id)
        return try site.answer(OutboxLetterPage(site, context, letter), context)
    }
}
