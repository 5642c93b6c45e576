import HTTPTypes
import Hummingbird

/// Tells browsers to run nothing but the site's own files, and to keep to themselves where people come from.
struct SecurityHeadersMiddleware: RouterMiddleware {
    typealias Context = SalaContext

    private static let always = [
        field(
            "Content-Security-Policy",
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
                + "form-action 'self'; frame-ancestors 'none'"
        ),
        field("X-Content-Type-Options", "nosniff"),
        field("Cross-Origin-Opener-Policy", "same-origin"),
        field("Permissions-Policy", "camera=(), microphone=(), geolocation=(self)"),
    ]
    private static let sameOrigin = field("Referrer-Policy", "same-origin")
    private static let noReferrer = field("Referrer-Policy", "no-referrer")
    private static let secure = field("Strict-Transport-Security", "max-age=31536000")

    func handle(
        _ request: Request, context: SalaContext, next: (Request, SalaContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        func set(_ field: HTTPField) { response.headers[field.name] = field.value }
        Self.always.forEach(set)
        // The address of a page with a secret is told to nobody, not even to the site's own log.
        set(Paths.holdsSecret(context.visit.path) ? Self.noReferrer : Self.sameOrigin)
        if context.visit.isSecure { set(Self.secure) }
        return response
    }

    private static func field(_ name: String, _ value: String) -> HTTPField {
        guard let name = HTTPField.Name(name) else { preconditionFailure("\(name) is no name of a field") }
        return HTTPField(name: name, value: value)
    }
}
