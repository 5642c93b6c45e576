import Hummingbird
import Logging

/// Tells the log, where it wants to know so much, which route answered what and how fast.
///
/// The route is named as it is registered: an address may hold a secret, a query what somebody looks for.
struct RequestLogMiddleware: RouterMiddleware {
    typealias Context = SalaContext

    func handle(
        _ request: Request, context: SalaContext, next: (Request, SalaContext) async throws -> Response
    ) async throws -> Response {
        let begun = ContinuousClock.now
        let response = try await next(request, context)
        context.logger.debug(
            "answered",
            metadata: [
                "method": "\(request.method.rawValue)", "route": "\(context.endpointPath ?? "none")",
                "status": "\(response.status.code)",
                "milliseconds": "\((ContinuousClock.now - begun) / .milliseconds(1))",
            ])
        return response
    }
}
