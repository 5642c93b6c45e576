import HTTPTypes
import Hummingbird

/// Has what was just done said once: an answer that leads on to a page which says it leaves a cookie, and
/// the same address without the cookie says nothing. Whether it was kept, sent on or asked for again, what
/// it says may be true no more.
struct TellingMiddleware: RouterMiddleware {
    typealias Context = SalaContext

    func handle(
        _ request: Request, context: SalaContext, next: (Request, SalaContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        let visit = context.visit
        let told = Paths.telling(visit.path)
        let isFresh = told != nil && request.cookies[.told, over: visit] == told
        if told != nil, !isFresh { context.visit.path = visit.path.removingQueryItems(Paths.told) }
        var response = try await next(request, context)
        if let telling = response.headers[.location].flatMap(Paths.telling) {
            response.setCookie(Cookie(.told, telling, over: visit))
        } else if isFresh {
            response.setCookie(Cookie(.told, "", over: visit))
        }
        return response
    }
}
