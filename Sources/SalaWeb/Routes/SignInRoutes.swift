import Foundation
import HTTPTypes
import Hummingbird
import SalaEngine
import SalaStore

/// Signing in and out, and new passwords by letter.
struct SignInRoutes {
    let site: Site

    func add(to routes: Routes) {
        routes.get("/sign-in", show)
        // Who has tried too often is told by `signIn`, which gives back what was typed before.
        routes.post("/sign-in", signIn, admitting: Admission { _ in .keepsake })
        routes.post("/sign-out", signOut, admitting: .anybody)
        routes.get("/password-resets", showReset)
        routes.post("/password-resets", askReset, admitting: .anybody(site, trying: .reset))
        routes.get("/password-resets/{link}", showNewPassword)
        routes.post("/password-resets/{link}", reset, admitting: .anybody)
    }

    @Sendable private func show(_ request: Request, _ context: SalaContext) async throws -> Response {
        let then = context.visit.path.queryItem("then").flatMap(ReturnPath.init)
        if let visitor = context.visit.visitor {
            return site.redirect(to: try await site.landing(of: visitor.person, then))
        }
        return try site.answer(SignInPage(site, context, then: then), context)
    }

    @Sendable private func signIn(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let then = ReturnPath(posting.text("then"))
        let email = posting.text("email")
        func refuse(_ sentence: String) -> SignInPage {
            SignInPage(
                site, context, then: then, email: email, problem: sentence,
                typed: TypedBefore(carriedBy: posting))
        }
        let visit = context.visit
        do {
            let session = try await site.store.signIn(
                email: email, password: posting.text(PasswordView.known), agent: visit.agent,
                client: visit.client,
                browser: visit.browser.flatMap { site.browsers.browser(of: $0, for: email) },
                replacing: visit.token, then: then?.word, at: visit.now)
            var response = try await site.welcome(session, context, to: then, with: posting)
            response.setCookie(Cookie(.browser, site.browsers.cookie(for: email), over: visit))
            return response
        } catch AccountRefusal.notVerified {
            return site.mailbox(of: email, about: .verification, then: then, context)
        } catch let refusal as AccountRefusal {
            let page = refuse(site.say("account.\(refusal.code)", context))
            return try site.answer(page, context, status: .unprocessableContent)
        } catch let refusal as RateRefusal {
            return try site.answer(refuse(site.sentence(refusal, context)), context, tooManyTries: refusal)
        }
    }

    @Sendable private func signOut(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        if let token = context.visit.token { try await site.store.signOut(token) }
        return site.farewell(context)
    }

    @Sendable private func showReset(_ request: Request, _ context: SalaContext) async throws -> Response {
        let email = context.visit.visitor?.email ?? ""
        let then = context.visit.path.queryItem("then").flatMap(ReturnPath.init)
        return try site.answer(PasswordResetPage(site, context, then: then, email: email), context)
    }

    @Sendable private func askReset(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let then = ReturnPath(posting.text("then"))
        let email = posting.text("email")
        do {
            let faults = try await site.store.askReset(
                email: email, client: context.visit.client, then: then?.word, at: context.visit.now)
            guard faults.isEmpty else {
                let page = PasswordResetPage(site, context, then: then, email: email, faults: faults)
                return try site.answer(page, context, status: .unprocessableContent)
            }
            return site.mailbox(of: email, about: .reset, then: then, context)
        } catch let refusal as RateRefusal {
            let page = PasswordResetPage(
                site, context, then: then, email: email, problem: site.sentence(refusal, context))
            return try site.answer(page, context, tooManyTries: refusal)
        }
    }

    @Sendable private func showNewPassword(_ request: Request, _ context: SalaContext) async throws
        -> Response
    {
        let link = try context.word("link")
        let then = context.visit.path.queryItem("then").flatMap(ReturnPath.behind)
        guard try await site.store.isReset(link, at: context.visit.now) else {
            return try spent(context, then)
        }
        return try site.answer(NewPasswordPage(site, context, link: link, then: then), context)
    }

    @Sendable private func reset(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let link = try context.word("link")
        let then = ReturnPath(posting.text("then"))
        do {
            let faults = try await site.store.reset(
                link, newPassword: posting.text(PasswordView.new), at: context.visit.now)
            guard faults.isEmpty else {
                let page = NewPasswordPage(site, context, link: link, then: then, faults: faults)
                return try site.answer(page, context, status: .unprocessableContent)
            }
            return site.redirect(to: Paths.signIn(then: then), done: "password-set")
        } catch AccountRefusal.linkSpent {
            return try spent(context, then)
        }
    }

    private func spent(_ context: SalaContext, _ then: ReturnPath?) throws -> Response {
        let again = LinkView(
            label: site.say("mailbox.again.reset", context), url: Paths.passwordResets(then: then))
        return try site.answer(
            SpentLinkPage(site, context, again: again, then: then), context, status: .notFound)
    }
}

extension Site {
    /// Hands the browser a session that has just begun, and leads on: every way of signing in ends here.
    ///
    /// - Parameter posting: what was sent to sign in, with what was typed before.
    func welcome(
        _ session: SignedIn, _ context: SalaContext, to path: ReturnPath? = nil,
        with posting: Posting = Posting()
    ) async throws -> Response {
        var response: Response
        if let resumed = try await resumed(session.token, posting, context, at: path) {
            response = resumed
        } else {
            response = redirect(to: try await landing(of: session.person, path))
        }
        response.setCookie(Cookie(.session, session.token, over: context.visit))
        return response
    }

    /// Takes the session away from the browser once it has ended.
    func farewell(_ context: SalaContext) -> Response {
        var response = redirect(to: Paths.home, done: "signed-out")
        response.setCookie(Cookie(.session, "", over: context.visit))
        return response
    }

    /// Where somebody who has signed in wanted to go, or else finds work.
    func landing(of person: PersonID, _ path: ReturnPath?) async throws -> String {
        if let path { return path.path }
        return try await store.calls(of: person).isEmpty ? Paths.home : Paths.desks
    }

    /// A page that says how long to wait, as an answer that says it to programs too.
    func answer(_ page: any Page, _ context: SalaContext, tooManyTries refusal: RateRefusal) throws
        -> Response
    {
        var response = try answer(page, context, status: .tooManyRequests, code: "rate")
        response.headers[.retryAfter] = String(refusal.retryAfter)
        return response
    }
}
