import HTTPTypes
import Hummingbird

extension SalaContext {
    /// Whether the answer may be the same for everybody: nobody is signed in, nothing is said only once, and
    /// no cookie is to be set.
    func isForEveryone(_ site: Site) -> Bool {
        visit.visitor == nil && site.settings.personas == nil
            && visit.path.queryItem("done") == nil && visit.path.queryItem("lang") == nil
    }
}

extension Site {
    /// What a shared answer may be kept for, by browsers and proxies, apart for each language.
    static let sharedCaching = "public, max-age=60"

    /// A page that anybody may see. Where it is the same for everybody it may be kept for a minute, and
    /// carries no token of the visitor's: it must have no form that posts.
    func publicAnswer(
        _ context: SalaContext, status: HTTPResponse.Status = .ok, _ page: (SalaContext) throws -> any Page
    ) throws -> Response {
        guard status == .ok, context.isForEveryone(self) else {
            return try answer(try page(context), context, status: status)
        }
        var anonymous = context
        anonymous.visit.csrf = ""
        var response = try answer(try page(anonymous), anonymous)
        response.headers[.cacheControl] = Self.sharedCaching
        return response
    }
}
