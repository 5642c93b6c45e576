import HTTPTypes
import Hummingbird
import Logging
import SalaStore

extension Site {
    /// Does what was posted, unless this browser has posted it before and only not heard the answer, as the
    /// header Idempotency-Key says (draft-ietf-httpapi-idempotency-key-header): then it is led on again.
    ///
    /// What was refused, or began or ended a session, is tried anew.
    func answerOnce(
        _ request: Request, _ context: SalaContext, _ act: () async throws -> Response
    ) async throws -> Response {
        let visit = context.visit
        let name = HTTPField.Name("Idempotency-Key").flatMap { request.headers[$0] } ?? ""
        guard let key = RepeatKey(name, csrf: visit.csrf, path: visit.path) else { return try await act() }
        if let location = try await store.answer(to: key, at: visit.now) { return redirect(to: location) }
        let response = try await act()
        let session = CookieName.session.sent(over: visit)
        guard response.status == .seeOther, let location = response.headers[.location],
            !response.headers[values: .setCookie].contains(where: { $0.hasPrefix("\(session)=") })
        else { return response }
        do {
            try await store.keepAnswer(location, to: key, at: visit.now)
        } catch {
            // It is done; who asks again is told so in other words.
            context.logger.warning("an answer was not kept", metadata: ["error": "\(error)"])
        }
        return response
    }
}
