import Hummingbird
import SalaEngine
import SalaStore

/// Changing where anybody may ask the office about a published call.
struct ContactRoutes {
    let site: Site

    func add(to routes: Routes) {
        routes.get("/calls/{call}/contact", ask)
        routes.post("/calls/{call}/contact", change)
    }

    @Sendable private func ask(_ request: Request, _ context: SalaContext) async throws -> Response {
        let view = try await site.managed(context)
        // A draft's contact stands among its settings.
        guard view.call.state == .published else { throw Refusal.callNotPublished }
        return try site.answer(ContactPage(site, context, view), context)
    }

    @Sendable private func change(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let view = try await site.managed(context)
        let draft = CallDraft(posting)
        let typed = draft[CallDraft.contact]
        do {
            try await site.store.decide(
                .changeContact(typed.isEmpty ? nil : typed), on: view.call.handle,
                by: try context.visitor().person, at: context.visit.now)
            return site.redirect(to: Paths.settings(of: view.call.handle), done: "contact-changed")
        } catch Refusal.mistakenCall(let found) {
            let mistakes = draft.mistakes(found, of: view.programme)
            let page = ContactPage(site, context, view, typed: typed, mistakes: mistakes)
            return try site.answer(page, context, status: .unprocessableContent)
        }
    }
}
