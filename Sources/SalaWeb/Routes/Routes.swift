import Foundation
import HTTPTypes
import Hummingbird
import SalaEngine
import SalaStore

/// The one way to add a route: a GET shows, a POST acts with what was posted, its sender admitted and its
/// forgery token checked; what either throws becomes a page that says what to do, and keeps what was typed.
struct Routes {
    typealias Showing = @Sendable (Request, SalaContext) async throws -> Response
    typealias Acting = @Sendable (Posting, SalaContext) async throws -> Response

    let router: Router<SalaContext>
    let site: Site

    func get(_ path: RouterPath, _ show: @escaping Showing) {
        let site = site
        router.get(path) { request, context in
            do {
                return try await show(request, context)
            } catch {
                if case Refusal.conflictUnanswered = error,
                    let question = try await site.question(before: context)
                {
                    return site.redirect(to: question)
                }
                return try site.failure(error, context, posting: nil)
            }
        }
    }

    /// - Parameters:
    ///   - admission: who may send something here, and how much.
    ///   - isForm: the form stands under the same address, with what was saved before.
    func post(
        _ path: RouterPath, _ act: @escaping Acting, admitting admission: Admission = .signedIn,
        isForm: Bool = false
    ) {
        let site = site
        router.post(path) { request, context in
            var reception = Reception(site: site, request: request, context: context)
            defer { reception.posting?.files.forEach { $0.content.discard() } }
            do {
                let posting = try await reception.receive(admission)
                return try await site.answerOnce(request, context) { try await act(posting, context) }
            } catch {
                let isUnread = reception.isUnread
                if !isUnread,
                    let answer = try await site.resuming(
                        error, reception.posting, context, isForm: isForm)
                {
                    return answer
                }
                let typed =
                    reception.posting ?? (error as? PostingFault).map { Posting(fields: $0.fields) }
                let answer = try site.failure(
                    error, context, posting: reception.posting, isUnread: isUnread, isForm: isForm,
                    asking: await site.typedQuestions(typed, context))
                return isUnread ? answer.hangingUp(context.channel) : answer
            }
        }
    }
}

/// The page is for people who have signed in.
struct SignInRequired: Error {}

extension SalaContext {
    /// Who asks; without anyone signed in the answer is the way to sign in.
    func visitor() throws -> Visitor {
        guard let visitor = visit.visitor else { throw SignInRequired() }
        return visitor
    }

    /// An id in the address; one that is none is not found.
    func id<Of>(_ name: String) throws -> Identifier<Of> {
        guard let id = Identifier<Of>(parameters.get(name) ?? "") else { throw Refusal.notFound }
        return id
    }

    /// A word in the address.
    func word(_ name: String) throws -> String {
        guard let word = parameters.get(name)?.removingPercentEncoding, !word.utf8.contains(0) else {
            throw Refusal.notFound
        }
        return word
    }
}
