import Foundation
import Hummingbird
import SalaEngine
import SalaStore

/// What only a demo has: becoming somebody with one click, and reading everybody's letters.
struct DemoRoutes {
    let site: Site

    /// So many of the newest letters can be read.
    private static let letters = 200

    /// Adds nothing outside a demo: there the addresses are not found.
    func add(to routes: Routes) {
        guard site.settings.personas != nil else { return }
        routes.post("/personas/{persona}", become)
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
        return try await site.welcome(session)
    }

    @Sendable private func showOutbox(_ request: Request, _ context: SalaContext) async throws -> Response {
        try site.answer(OutboxPage(site, context, try await site.store.outbox(limit: Self.letters)), context)
    }

    @Sendable private func showLetter(_ request: Request, _ context: SalaContext) async throws -> Response {
        let id = UUID(uuidString: try context.word("letter"))
        guard
            let letter = try await site.store.outbox(limit: Self.letters).first(where: { $0.summary.id == id }
            )
        else { throw Refusal.notFound }
        return try site.answer(OutboxLetterPage(site, context, letter), context)
    }
}
