import HTTPTypes
import Hummingbird

/// Tells browsers to run nothing but the site's own files, and to keep to themselves where people come from.
struct SecurityHeadersMiddleware: RouterMiddleware {
    typealias Context = SalaContext

    private let fields: [HTTPField]

    init(isSecure: Bool) {
        let transport = ("Strict-Transport-Security", "max-age=31536000")
        fields = (Self.headers + (isSecure ? [transport] : [])).compactMap { name, value in
            HTTPField.Name(name).map { HTTPField(name: $0, value: value) }
        }
    }

    private static let headers: [(String, String)] = [
        (
            "Content-Security-Policy",
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
                + "form-action 'self'; frame-ancestors 'none'"
        ),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), microphone=(), geolocation=(self)"),
    ]

    func handle(
        _ request: Request, context: SalaContext, next: (Request, SalaContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        for field in fields { response.headers[field.name] = field.value }
        return response
    }
}
