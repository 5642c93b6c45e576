import Foundation
import Hummingbird
import SalaEngine
import SalaStore

/// A person's own letters; those of a call for who manages it, and sending one of them again.
struct LetterRoutes {
    let site: Site

    func add(to routes: Routes) {
        routes.get("/account/letters", showOwn)
        routes.get("/calls/{call}/letters", showOutbox)
        routes.post("/letters/{letter}/redeliveries", sendAgain)
    }

    @Sendable private func showOwn(_ request: Request, _ context: SalaContext) async throws -> Response {
        let query = OutboxQuery(Paths.ownLetters, asked: context.visit.path)
        let letters = try await site.store.ownLetters(
            of: try context.visitor().person, query.filter, limit: OutboxPage.length)
        return try site.answer(OutboxPage(site, context, own: letters, query), context)
    }

    @Sendable private func showOutbox(_ request: Request, _ context: SalaContext) async throws -> Response {
        let handle = try context.word("call")
        let query = OutboxQuery(Paths.letters(of: handle), asked: context.visit.path)
        let outbox = try await site.store.outbox(
            of: handle, for: try context.visitor().person, query.filter, limit: OutboxPage.length)
        return try site.answer(OutboxPage(site, context, outbox, query), context)
    }

    @Sendable private func sendAgain(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        guard let id = UUID(text: try context.word("letter")) else { throw Refusal.notFound }
        let handle = try await site.store.sendAgain(
            id, by: try context.visitor().person, at: context.visit.now)
        return site.redirect(to: Paths.letters(of: handle), done: "letter-waiting")
    }
}
