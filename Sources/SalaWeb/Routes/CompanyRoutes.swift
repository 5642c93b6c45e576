import Hummingbird
import SalaEngine
import SalaStore

/// Who writes a submission together: inviting, withdrawing, leaving, and what each has written.
struct CompanyRoutes {
    let site: Site

    func add(to routes: Routes) {
        routes.get("/submissions/{submission}/colleagues", show)
        routes.post("/submissions/{submission}/colleagues", invite, isForm: true)
        routes.post("/submissions/{submission}/colleagues/{invitation}/withdrawal", withdraw)
        routes.post("/submissions/{submission}/colleagues/{invitation}/end", end)
        routes.get("/submissions/{submission}/versions", showVersions)
    }

    @Sendable private func show(_ request: Request, _ context: SalaContext) async throws -> Response {
        try site.answer(CompanyPage(site, context, try await company(context)), context)
    }

    private func company(_ context: SalaContext) async throws -> Company {
        try await site.store.company(
            of: try context.id("submission"), for: try context.visitor().person, at: context.visit.now)
    }

    @Sendable private func invite(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let id: SubmissionID = try context.id("submission")
        let typed = posting.text(CompanyPage.email)
        func refuse(_ sentence: String) async throws -> CompanyPage {
            CompanyPage(site, context, try await company(context), typed: typed, mistake: sentence)
        }
        do {
            try await site.store.invite(
                email: typed, to: id, by: try context.visitor().person, at: context.visit.now)
            return site.redirect(to: Paths.company(of: id), done: "invited")
        } catch Refusal.invitation(let refusal) where refusal.isAboutAddress {
            let page = try await refuse(site.sentence(.invitation(refusal), context))
            return try site.answer(page, context, status: .unprocessableContent)
        } catch let refusal as RateRefusal {
            return try site.answer(
                try await refuse(site.say("failure.rate.sentence", context)), context, tooManyTries: refusal)
        }
    }

    @Sendable private func withdraw(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let id: SubmissionID = try context.id("submission")
        try await site.store.decide(
            .withdrawInvitation(try context.id("invitation")), on: id, by: try context.visitor().person,
            at: context.visit.now)
        return site.redirect(to: Paths.company(of: id), done: "invitation-withdrawn")
    }

    @Sendable private func end(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let id: SubmissionID = try context.id("submission")
        let person = try context.visitor().person
        let dossier = try await site.store.decide(
            .part(try context.id("invitation")), on: id, by: person, at: context.visit.now)
        // Who leaves sees it no more.
        guard dossier.actor.owns(dossier.submission) else {
            return site.redirect(to: Paths.following, done: "left")
        }
        return site.redirect(to: Paths.company(of: id), done: "taken-off")
    }

    @Sendable private func showVersions(
        _ request: Request, _ context: SalaContext
    ) async throws -> Response {
        let history = try await site.store.writing(
            of: try context.id("submission"), for: try context.visitor().person)
        return try site.answer(VersionsPage(site, context, history), context)
    }
}

extension InvitationRefusal {
    /// Another address, or another try, mends it: it is said beside the field.
    fileprivate var isAboutAddress: Bool {
        switch self {
        case .badAddress, .alreadyMember, .alreadyInvited, .tooMany: true
        default: false
        }
    }
}
