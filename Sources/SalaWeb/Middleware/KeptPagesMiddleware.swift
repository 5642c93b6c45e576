import Hummingbird

/// Answers with a public page that is kept and still holds, before anything else is asked about the visitor.
struct KeptPagesMiddleware: RouterMiddleware {
    typealias Context = SalaContext

    let site: Site

    func handle(
        _ request: Request, context: SalaContext, next: (Request, SalaContext) async throws -> Response
    ) async throws -> Response {
        // A database that is busy just now is the page's own to speak of.
        if let kept = try? site.keptAnswer(to: request, context) { return kept }
        return try await next(request, context)
    }
}
