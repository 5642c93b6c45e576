import HTTPTypes
import Hummingbird

/// Answers a HEAD with the status and the headers of the GET, and nothing else (RFC 9110 section 9.3.2):
/// whoever made the answer, a route, a kept page or a refusal.
struct HeadMiddleware: RouterMiddleware {
    typealias Context = SalaContext

    func handle(
        _ request: Request, context: SalaContext, next: (Request, SalaContext) async throws -> Response
    ) async throws -> Response {
        let response = try await next(request, context)
        return request.method == .head ? response.createHeadResponse() : response
    }
}
