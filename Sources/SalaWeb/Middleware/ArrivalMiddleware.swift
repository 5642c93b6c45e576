import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Finds out, before anything is looked up, where a request comes from and how: what the connection and its
/// trusted proxies say.
struct ArrivalMiddleware: RouterMiddleware {
    typealias Context = SalaContext

    let settings: SiteSettings

    func handle(
        _ request: Request, context: SalaContext, next: (Request, SalaContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        let direct = context.remoteAddress?.ipAddress ?? ""
        let proxies = settings.trustedProxies
        context.visit.client = proxies.client(direct: direct, forwarded: request.header("X-Forwarded-For"))
        let scheme = proxies.contains(direct) ? request.header("X-Forwarded-Proto") : nil
        context.visit.isSecure = settings.isSecure || scheme?.lowercased() == "https"
        // Two slashes at the beginning would be another site's address in a link.
        context.visit.path = "/" + request.uri.description.drop { $0 == "/" }
        context.visit.isCrossSite = request.isCrossSite(settings)
        if request.method == .post {
            let form = context.visit.isCrossSite ? nil : request.formPath(settings)
            context.visit.formPath = form ?? context.visit.path
        }
        context.visit.agent = request.headers[.userAgent] ?? ""
        return try await next(request, context)
    }
}

extension Request {
    fileprivate func header(_ name: String) -> String? {
        HTTPField.Name(name).flatMap { headers[$0] }
    }

    /// The page of this site that the browser says a form stood on (RFC 9110 section 10.1.3); nil where it
    /// says nothing, as on pages whose address is a secret.
    fileprivate func formPath(_ settings: SiteSettings) -> String? {
        guard let referer = header("Referer"), let page = URLComponents(string: referer),
            let scheme = page.scheme, let host = page.host
        else { return nil }
        let authority = page.port.map { "\(host):\($0)" } ?? host
        let isOwn = "\(scheme)://\(authority)" == settings.address || authority == head.authority
        guard isOwn, page.path.hasPrefix("/"), !page.path.hasPrefix("//") else { return nil }
        return page.percentEncodedPath + (page.percentEncodedQuery.map { "?\($0)" } ?? "")
    }

    /// As browsers say it (W3C Fetch Metadata, Sec-Fetch-Site), or older ones by the Origin of a form (RFC
    /// 6454 section 7); false where a browser says nothing, or hides it.
    fileprivate func isCrossSite(_ settings: SiteSettings) -> Bool {
        if let site = header("Sec-Fetch-Site") { return site == "cross-site" || site == "same-site" }
        guard let origin = header("Origin"), origin != "null" else { return false }
        let named = origin.split(separator: "/").last.map(String.init)
        return origin != settings.address && named != head.authority
    }
}
