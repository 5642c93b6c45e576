import Hummingbird
import SalaEngine
import SalaStore

/// Granting and revoking the roles of one call.
struct PeopleRoutes {
    let site: Site

    func add(to routes: Routes) {
        routes.get("/calls/{call}/people", show)
        routes.post("/calls/{call}/people", grant)
        routes.post("/calls/{call}/people/revocations", revoke)
    }

    @Sendable private func show(_ request: Request, _ context: SalaContext) async throws -> Response {
        let people = try await site.store.people(
            in: try context.word("call"), for: try context.visitor().person)
        return try site.answer(PeoplePage(site, context, people), context)
    }

    @Sendable private func grant(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let visitor = try context.visitor()
        let handle = try context.word("call")
        var mistakes: [CallMistake.Field: String] = [:]
        do {
            try await site.store.grant(
                posting.text("role"), toEmail: posting.text("email"), on: handle, by: visitor.person,
                at: context.visit.now)
            return site.redirect(to: Paths.people(of: handle), done: "role-granted")
        } catch Refusal.mistakenCall(let found) {
            for mistake in found {
                mistakes[mistake.field] =
                    switch (mistake.field, mistake.kind) {
                    case (.role, _): "role-missing"
                    case (_, .missing): "email-missing"
                    case (_, .malformed): "email-malformed"
                    default: "email-unknown"
                    }
            }
        } catch Refusal.alreadyDone {
            mistakes[.person] = "already-granted"
        }
        let people = try await site.store.people(in: handle, for: visitor.person)
        let page = PeoplePage(site, context, people, typed: posting, mistakes: mistakes)
        return try site.answer(page, context, status: .unprocessableContent)
    }

    @Sendable private func revoke(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let handle = try context.word("call")
        guard let person = PersonID(posting.text("person")) else { throw Refusal.notFound }
        let officer = try context.visitor().person
        do {
            try await site.store.decide(
                .revoke(role: posting.text("role"), person: person), on: handle, by: officer,
                at: context.visit.now)
        } catch let refusal as Refusal where refusal.leadsToPeople {
            let view = try await site.store.call(handle, for: officer)
            let people = LinkView(label: site.say("people.title", context), url: Paths.people(of: handle))
            throw GuidedRefusal(
                refusal: refusal, sentence: site.sentence(refusal, context, of: view.programme),
                ways: [people])
        }
        return site.redirect(to: Paths.people(of: handle), done: "role-revoked")
    }
}

extension Refusal {
    /// What an officer who takes a role back settles on the page of people.
    fileprivate var leadsToPeople: Bool {
        switch self {
        case .stakeInRound, .roleNotHeld: true
        default: false
        }
    }
}
