import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import SalaEngine
import SalaStore

/// Finds out who asks, in which language and when, and gives new visitors the cookie that seals their forms.
struct VisitMiddleware: RouterMiddleware {
    typealias Context = SalaContext

    let site: Site

    func handle(
        _ request: Request, context: SalaContext, next: (Request, SalaContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        let now = site.clock()
        let cookies = request.cookies
        var fresh: [Cookie] = []
        context.visit.now = now
        context.visit.path = request.visitPath
        context.visit.isCrossSite = request.isCrossSite
        context.visit.client = context.client(request)
        context.visit.agent = request.headers[.userAgent] ?? ""
        context.visit.token = cookies[CookieName.session]?.value
        do {
            if let token = context.visit.token {
                context.visit.visitor = try await site.store.visitor(token, at: now)
            }
        } catch {
            return try site.failure(error, context, posting: nil)
        }
        if let visitor = context.visit.visitor {
            context.visit.csrf = visitor.csrf
        } else {
            let known = cookies[CookieName.visitor]?.value
            let visitorCookie = known ?? FormSeal.freshCookie()
            context.visit.formCookie = visitorCookie
            context.visit.csrf = site.antiForgery.seal.csrf(for: visitorCookie)
            if known == nil { fresh.append(site.cookie(CookieName.visitor, visitorCookie)) }
        }
        let chosen = request.uri.queryParameters["lang"].flatMap { Language(rawValue: String($0)) }
        let remembered = cookies.language
        context.visit.language = chosen ?? remembered ?? context.visit.visitor?.language ?? .thai
        if let chosen, chosen != remembered {
            fresh.append(site.cookie(CookieName.language, chosen.rawValue))
        }
        var response: Response
        do {
            response = try await next(request, context)
        } catch {
            response = try site.failure(error, context, posting: nil)
        }
        // What proxies may keep for everybody must not carry the cookie of one.
        if response.headers[.cacheControl]?.hasPrefix("public") != true {
            for cookie in fresh { response.setCookie(cookie) }
        }
        return response
    }
}

/// The cookies that Sala sets; all are needed, none follows anybody.
enum CookieName {
    static let session = "sala-session"
    static let visitor = "sala-visitor"
    static let language = "sala-language"
}

extension Site {
    /// A cookie of the site; without a value it is taken away.
    func cookie(_ name: String, _ value: String) -> Cookie {
        Cookie(
            name: name, value: value, maxAge: value.isEmpty ? 0 : 30 * 86_400, path: "/",
            secure: settings.isSecure, httpOnly: true, sameSite: .lax)
    }
}

extension Cookies {
    /// The language that the visitor chose last.
    var language: Language? { self[CookieName.language].flatMap { Language(rawValue: $0.value) } }
}

extension Request {
    /// The path with its query. Two slashes at the beginning would be another site's address in a link.
    var visitPath: String { "/" + uri.description.drop { $0 == "/" } }

    /// As browsers say it (W3C Fetch Metadata, Sec-Fetch-Site); false where a browser says nothing.
    fileprivate var isCrossSite: Bool {
        let origin = HTTPField.Name("Sec-Fetch-Site").flatMap { headers[$0] }
        return origin == "cross-site" || origin == "same-site"
    }
}

extension SalaContext {
    /// The client's address; behind a proxy on this machine, what the proxy says it is.
    fileprivate func client(_ request: Request) -> String {
        let direct = remoteAddress?.ipAddress ?? ""
        guard direct == "127.0.0.1" || direct == "::1",
            let forwarded = HTTPField.Name("X-Forwarded-For").flatMap({ request.headers[$0] }),
            let last = forwarded.split(separator: ",").last
        else { return direct }
        return last.trimmingCharacters(in: .whitespaces)
    }
}
