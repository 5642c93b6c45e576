import HTTPTypes
import Hummingbird

/// Tells browsers to run nothing but the site's own files, and to keep to themselves where people come from.
struct SecurityHeadersMiddleware: RouterMiddleware {
    typealias Context = SalaContext

    private static let headers: [(String, String)] = [
        (
            "Content-Security-Policy",
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
                + "form-action 'self'; frame-ancestors 'none'"
        ),
        ("X-Content-Type-Options", "nosniff"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), microphone=(), geolocation=(self)"),
    ]

    func handle(
        _ request: Request, context: SalaContext, next: (Request, SalaContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        func set(_ name: String, _ value: String) {
            if let name = HTTPField.Name(name) { response.headers[name] = value }
        }
        for (name, value) in Self.headers { set(name, value) }
        // The address of a page with a secret is told to nobody, not even to the site's own log.
        set("Referrer-Policy", Paths.holdsSecret(context.visit.path) ? "no-referrer" : "same-origin")
        if context.visit.isSecure { set("Strict-Transport-Security", "max-age=31536000") }
        return response
    }
}
