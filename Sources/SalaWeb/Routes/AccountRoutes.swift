import Foundation
import HTTPTypes
import Hummingbird
import SalaEngine
import SalaStore

/// Asking for an account, confirming its address, and a person's own account.
struct AccountRoutes {
    let site: Site

    func add(to routes: Routes) {
        routes.get("/registration", showRegistration)
        routes.post("/registration", register, admitting: .anybody(site, trying: .registration))
        routes.get("/registration/address", showCorrection)
        routes.post("/registration/address", correct, admitting: .anybody(site, trying: .registration))
        routes.get("/mailbox", showMailbox)
        routes.get("/verifications/{link}", showVerification)
        routes.post("/verifications/{link}", verify, admitting: .anybody)
        routes.get("/account", show)
        routes.post("/account", change)
        routes.get("/account/password") { [site] _, _ in site.redirect(to: Paths.account) }
        routes.post("/account/password", changePassword)
        routes.post("/account/sessions/{session}/end", endSession)
        routes.post("/account/other-sessions/end", endOtherSessions)
    }

    @Sendable private func showRegistration(_ request: Request, _ context: SalaContext) async throws
        -> Response
    {
        let then = context.visit.path.queryItem("then").flatMap(ReturnPath.init)
        if context.visit.visitor != nil { return site.redirect(to: then?.path ?? Paths.account) }
        return try site.answer(RegistrationPage(site, context, then: then), context)
    }

    @Sendable private func register(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let then = ReturnPath(posting.text("then"))
        do {
            let outcome = try await site.store.register(
                email: posting.text("email"), name: posting.text("name"),
                password: posting.text(PasswordView.known), language: context.visit.language,
                client: context.visit.client, then: then?.word, at: context.visit.now)
            switch outcome {
            case .letterSent:
                return site.mailbox(
                    of: posting.text("email"), about: .registration, then: then, context)
            case .mistaken(let faults):
                let page = RegistrationPage(site, context, then: then, typed: posting, faults: faults)
                return try site.answer(page, context, status: .unprocessableContent)
            }
        } catch let refusal as RateRefusal {
            let page = RegistrationPage(
                site, context, then: then, typed: posting, problem: site.sentence(refusal, context))
            return try site.answer(page, context, tooManyTries: refusal)
        }
    }

    @Sendable private func showCorrection(_ request: Request, _ context: SalaContext) async throws
        -> Response
    {
        let then = context.visit.path.queryItem("then").flatMap(ReturnPath.init)
        let page = AddressCorrectionPage(
            site, context, then: then, mistyped: request.cookies.typedAddress(over: context.visit) ?? "")
        return try site.answer(page, context)
    }

    @Sendable private func correct(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let then = ReturnPath(posting.text("then"))
        func page(_ faults: [AccountFault] = [], problem: String? = nil) -> AddressCorrectionPage {
            AddressCorrectionPage(
                site, context, then: then, mistyped: posting.text(AddressCorrectionPage.mistyped),
                typed: posting, faults: faults, problem: problem)
        }
        do {
            let outcome = try await site.store.correctAddress(
                from: posting.text(AddressCorrectionPage.mistyped),
                password: posting.text(PasswordView.known), to: posting.text("email"),
                client: context.visit.client, then: then?.word, at: context.visit.now)
            switch outcome {
            case .letterSent:
                return site.mailbox(
                    of: posting.text("email"), about: .registration, then: then, context)
            case .mistaken(let faults):
                return try site.answer(page(faults), context, status: .unprocessableContent)
            }
        } catch AccountRefusal.wrongPassword {
            let sentence = site.say("correction.refused", context)
            return try site.answer(page(problem: sentence), context, status: .unprocessableContent)
        } catch let refusal as RateRefusal {
            return try site.answer(
                page(problem: site.sentence(refusal, context)), context, tooManyTries: refusal)
        }
    }

    @Sendable private func showMailbox(_ request: Request, _ context: SalaContext) async throws -> Response {
        let path = context.visit.path
        guard let news = path.queryItem("about").flatMap(MailboxNews.init(rawValue:)) else {
            throw Refusal.notFound
        }
        let then = path.queryItem("then").flatMap(ReturnPath.init)
        let page = MailboxPage(
            site, context, about: news, then: then,
            address: request.cookies.typedAddress(over: context.visit))
        return try site.answer(page, context)
    }

    @Sendable private func showVerification(_ request: Request, _ context: SalaContext) async throws
        -> Response
    {
        let link = try context.word("link")
        let then = context.visit.path.queryItem("then").flatMap(ReturnPath.behind)
        guard try await site.store.isVerification(link, at: context.visit.now) else {
            return try spent(context, then)
        }
        return try site.answer(VerificationPage(site, context, link: link, then: then), context)
    }

    @Sendable private func verify(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let then = ReturnPath(posting.text("then"))
        do {
            try await site.store.verify(try context.word("link"), at: context.visit.now)
        } catch AccountRefusal.linkSpent {
            return try spent(context, then)
        }
        return site.redirect(
            to: Paths.signIn(then: then), done: "verified")
    }

    private func spent(_ context: SalaContext, _ then: ReturnPath?) throws -> Response {
        let again = LinkView(
            label: site.say("mailbox.again.registration", context), url: Paths.registration(then: then?.path))
        return try site.answer(
            SpentLinkPage(site, context, again: again, then: then), context, status: .notFound)
    }

    @Sendable private func show(_ request: Request, _ context: SalaContext) async throws -> Response {
        try await page(context, .init())
    }

    @Sendable private func change(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let visitor = try context.visitor()
        let language = Language(rawValue: posting.text("language")) ?? visitor.language
        let faults = try await site.store.changeAccount(
            of: visitor, name: posting.text("name"), language: language)
        guard faults.isEmpty else {
            return try await page(
                context,
                .init(
                    name: posting.text("name"), language: language,
                    mistakes: AccountMistakes(faults, site, context)))
        }
        var response = site.redirect(to: Paths.account, done: "account-changed")
        response.setCookie(Cookie(.language, language.rawValue, over: context.visit))
        return response
    }

    @Sendable private func changePassword(_ posting: Posting, _ context: SalaContext) async throws -> Response
    {
        var tried = AccountPage.Attempt()
        do {
            let faults = try await site.store.changePassword(
                of: try context.visitor(), from: posting.text(PasswordView.known),
                to: posting.text(PasswordView.new), at: context.visit.now)
            if faults.isEmpty { return site.redirect(to: Paths.account, done: "password-changed") }
            tried.mistakes = AccountMistakes(faults, password: PasswordView.new, site, context)
        } catch is AccountRefusal {
            tried.mistakes.add(
                site.say("account.old-password-wrong", context), to: PasswordView.known,
                label: site.say("account.old-password", context))
        } catch let refusal as RateRefusal {
            tried.problem = site.sentence(refusal, context)
            tried.tooManyTries = refusal
        }
        return try await page(context, tried)
    }

    @Sendable private func endSession(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let visitor = try context.visitor()
        let id = try context.word("session")
        try await site.store.endSession(id, of: visitor)
        guard id == visitor.session else { return site.redirect(to: Paths.account, done: "session-ended") }
        return site.farewell(context)
    }

    @Sendable private func endOtherSessions(_ posting: Posting, _ context: SalaContext) async throws
        -> Response
    {
        try await site.store.endOtherSessions(of: try context.visitor())
        return site.redirect(to: Paths.account, done: "sessions-ended")
    }

    /// The account's page, with what was tried and must be mended.
    private func page(_ context: SalaContext, _ tried: AccountPage.Attempt) async throws -> Response {
        let visitor = try context.visitor()
        let sessions = try await site.store.sessions(of: visitor, at: context.visit.now)
        let places = try await site.store.memberships(of: visitor.person, at: context.visit.now)
        let page = AccountPage(site, context, visitor, sessions, places, tried)
        if let refusal = tried.tooManyTries { return try site.answer(page, context, tooManyTries: refusal) }
        return try site.answer(page, context, status: tried.mistakes.isEmpty ? .ok : .unprocessableContent)
    }
}
