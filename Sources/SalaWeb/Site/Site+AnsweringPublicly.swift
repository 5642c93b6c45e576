import HTTPTypes
import Hummingbird
import SalaEngine
import SalaStore
import SalaThai

extension SalaContext {
    /// Whether the answer may be the same for everybody: nobody is signed in, nothing is said only once, and
    /// no cookie is to be set.
    func isForEveryone(_ site: Site) -> Bool {
        visit.visitor == nil && site.settings.personas == nil
            && visit.path.queryItem("done") == nil && visit.path.queryItem("lang") == nil
    }
}

extension Site {
    /// What shared data may be kept for, by browsers and proxies, apart for each language.
    static let sharedCaching = "public, max-age=60"
    /// Shared pages may be kept too, but are asked for again each time.
    static let sharedPageCaching = "public, no-cache"

    /// A page that anybody may see. Where it is the same for everybody it is made once for each version of
    /// what it is about, and carries no token of the visitor's: it must have no form that posts.
    func publicAnswer(
        _ request: Request, _ context: SalaContext, about subject: PublicSubject,
        _ page: (SalaContext) async throws -> any PublicPage
    ) async throws -> Response {
        guard context.isForEveryone(self) else {
            return try answer(try await page(context), context)
        }
        let visit = context.visit
        let key = KeptPages.Key(path: visit.path, language: visit.language)
        // Before the page reads anything: what is written meanwhile raises the version once more.
        let version = try store.publicVersion(of: subject)
        if let kept = keptPages.page(key), kept.holds(version, at: visit.now) {
            return answer(kept, request, visit.language)
        }
        var anonymous = context
        anonymous.visit.csrf = ""
        let made = try await page(anonymous)
        let kept = KeptPage(
            body: ByteBuffer(string: try templates.render(made, language: visit.language)),
            tag: "\"\(version)-\(visit.now.microseconds)-\(visit.language.rawValue)\"", subject: subject,
            version: version, lasting: made.lasting(from: visit.now))
        keptPages.keep(kept, under: key)
        return answer(kept, request, visit.language)
    }

    /// The kept page that the request is answered with, whoever may ask; nil where it takes more to tell.
    func keptAnswer(to request: Request, _ context: SalaContext) throws -> Response? {
        guard [.get, .head].contains(request.method), settings.personas == nil else { return nil }
        var language = context.visit.language
        if request.headers[.cookie] != nil {
            let cookies = request.cookies
            guard cookies[.session, over: context.visit] == nil else { return nil }
            language = cookies.language(over: context.visit) ?? language
        }
        let key = KeptPages.Key(path: context.visit.path, language: language)
        guard let kept = keptPages.page(key),
            kept.holds(try store.publicVersion(of: kept.subject), at: clock())
        else { return nil }
        return answer(kept, request, language)
    }

    private func answer(_ kept: KeptPage, _ request: Request, _ language: Language) -> Response {
        let headers: HTTPFields = [
            .contentType: "text/html; charset=utf-8", .contentLanguage: language.rawValue,
            .cacheControl: Self.sharedPageCaching, .vary: "Cookie", .eTag: kept.tag,
        ]
        if request.headers.know(kept.tag) {
            return Response(status: .notModified, headers: headers)
        }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: kept.body))
    }
}
