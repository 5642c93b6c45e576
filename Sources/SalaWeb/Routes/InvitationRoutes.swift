import Hummingbird
import SalaEngine
import SalaStore

/// What somebody who was invited meets: the letter's link, an account, and joining.
struct InvitationRoutes {
    let site: Site

    func add(to routes: Routes) {
        routes.get("/invitations/{link}", show)
        routes.post("/invitations/{link}", open, admitting: .anybody(site, trying: .registration))
        routes.get("/submissions/{submission}/invitation", ask)
        routes.post("/submissions/{submission}/invitation", join)
    }

    @Sendable private func show(_ request: Request, _ context: SalaContext) async throws -> Response {
        let link = try context.word("link")
        do {
            let offer = try await site.store.invitation(link, at: context.visit.now)
            if let visitor = context.visit.visitor, visitor.email == offer.address {
                return site.redirect(to: Paths.joining(offer.submission))
            }
            return try site.answer(InvitationPage(site, context, offer, link: link), context)
        } catch AccountRefusal.linkSpent {
            return try spent(context)
        }
    }

    @Sendable private func open(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let link = try context.word("link")
        do {
            let offer = try await site.store.invitation(link, at: context.visit.now)
            let faults = try await site.store.openAccount(
                invitedBy: link, name: posting.text("name"), password: posting.text(PasswordView.known),
                language: context.visit.language, at: context.visit.now)
            guard faults.isEmpty else {
                let page = InvitationPage(
                    site, context, offer, link: link, typed: posting, faults: faults)
                return try site.answer(page, context, status: .unprocessableContent)
            }
            return site.redirect(to: Paths.signIn(then: Paths.joining(offer.submission)), done: "verified")
        } catch AccountRefusal.linkSpent {
            return try spent(context)
        }
    }

    private func spent(_ context: SalaContext) throws -> Response {
        let again = LinkView(label: site.say("sign-in.title", context), url: Paths.signIn)
        return try site.answer(
            SpentLinkPage(site, context, again: again, then: nil), context, status: .notFound)
    }

    @Sendable private func ask(_ request: Request, _ context: SalaContext) async throws -> Response {
        let offer = try await site.store.invitation(
            to: try context.id("submission"), for: try context.visitor().person, at: context.visit.now)
        return try site.answer(InvitationPage(site, context, offer, link: nil), context)
    }

    @Sendable private func join(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let id: SubmissionID = try context.id("submission")
        let person = try context.visitor().person
        try await site.store.join(id, by: person, at: context.visit.now)
        let dossier = try await site.store.dossier(id, for: person)
        return site.redirect(
            to: Paths.writing(
                id, dossier.programme.form, dossier.submission.answers, at: context.visit.now),
            done: "joined")
    }
}
