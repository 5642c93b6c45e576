import HTTPTypes
import Hummingbird
import SalaEngine
import SalaStore

extension Site {
    /// The answer to a page of a form that was sent when the session it was opened in was over: the way to
    /// sign in, which keeps what was typed, or the page with it; and to who was asked to sign in there and
    /// has done so elsewhere meanwhile. Nil for any other error.
    func resuming(
        _ error: any Error, _ posting: Posting?, _ context: SalaContext, isForm: Bool
    ) async throws -> Response? {
        guard let posting, !context.visit.isCrossSite else { return nil }
        let code = Failure(error, self, context).code
        switch error {
        // In a demo one becomes somebody on other pages than that which signs in.
        case is SignInRequired where isForm && settings.personas == nil:
            let page = SignInPage(
                self, context, then: ReturnPath(context.visit.path),
                problem: say("failure.sign-in.kept", context), typed: TypedBefore(posting))
            return try answer(page, context, status: .unauthorized, code: code)
        case is ForgedRequest where isForm:
            let page = try await refilled(posting, at: context.visit.path, context)
            return try page.map { try answer($0, context, status: .forbidden, code: code) }
        case is ForgedRequest:
            return try await resumed(
                context.visit.token, posting, context, at: ReturnPath(posting.text("then")),
                status: .forbidden, code: code)
        default:
            return nil
        }
    }

    /// The answer to who has signed in and had typed something into a page of a form before: that page,
    /// with what was typed in its fields. Nil where nothing was, or where the page is not that person's.
    func resumed(
        _ token: String?, _ posting: Posting, _ context: SalaContext, at path: ReturnPath?,
        status: HTTPResponse.Status = .ok, code: String = "mistaken"
    ) async throws -> Response? {
        let typed = TypedBefore(carriedBy: posting)
        guard !typed.fields.isEmpty, let path = path?.path, let token,
            let visitor = try await store.visitor(token, at: context.visit.now)
        else { return nil }
        var context = context
        context.visit.visitor = visitor
        context.visit.csrf = visitor.csrf
        context.visit.formPath = path
        guard let page = try await refilled(typed.posting, at: path, context) else { return nil }
        return try answer(page, context, status: status, code: code)
    }

    /// The page of a form under that address with what was typed in its fields, none of it saved; nil where
    /// there is none that the visitor may write now.
    private func refilled(
        _ posting: Posting, at path: String, _ context: SalaContext
    ) async throws -> EntryPage? {
        guard let (id, page) = Paths.formPage(path), let person = context.visit.visitor?.person else {
            return nil
        }
        do {
            let dossier = try await store.dossier(id, for: person)
            guard dossier.isOpenToFiler else { return nil }
            let typed = TypedPage(posting, page: page, of: dossier, at: context.visit.now)
            return try EntryPage(
                self, context, dossier, page: page, mistakes: typed.mistakes(on: page), typed: typed,
                saved: .before(hadFiles: posting.lacksFiles || !posting.files.isEmpty),
                asked: try await store.returning(of: id, for: person))
        } catch is Refusal {
            return nil
        }
    }
}
