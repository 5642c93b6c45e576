import HTTPTypes
import Hummingbird
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
        context.visit.token = cookies[.session, over: context.visit]
        context.visit.browser = cookies[.browser, over: context.visit]
        do {
            if let token = context.visit.token {
                context.visit.visitor = try await site.store.visitor(token, at: now)
            }
        } catch {
            return try site.failure(error, context, posting: nil).leaving(request, context.channel)
        }
        if let visitor = context.visit.visitor {
            context.visit.csrf = visitor.csrf
        } else {
            let known = cookies[.visitor, over: context.visit]
            let visitorCookie = known ?? FormSeal.freshCookie()
            context.visit.formCookie = visitorCookie
            context.visit.csrf = site.antiForgery.seal.csrf(for: visitorCookie)
            if known == nil { fresh.append(Cookie(.visitor, visitorCookie, over: context.visit)) }
        }
        let chosen = request.uri.queryParameters["lang"].flatMap { Language(rawValue: String($0)) }
        let remembered = cookies.language(over: context.visit)
        if let language = chosen ?? remembered ?? context.visit.visitor?.language {
            context.visit.language = language
        }
        if let chosen, chosen != remembered {
            fresh.append(Cookie(.language, chosen.rawValue, over: context.visit))
        }
        var response: Response
        do {
            response = try await next(request, context)
        } catch {
            response = try site.failure(error, context, posting: nil).leaving(request, context.channel)
        }
        // What proxies may keep for everybody must not carry the cookie of one.
        if response.headers[.cacheControl]?.hasPrefix("public") != true {
            for cookie in fresh { response.setCookie(cookie) }
        }
        return response
    }
}
