public import Hummingbird
import NIOCore
public import SalaEngine
public import SalaStore
public import SalaThai

/// What one request carries from the middlewares to its route.
public struct SalaContext: RequestContext, RemoteAddressRequestContext {
    public var coreContext: CoreRequestContextStorage
    public let remoteAddress: SocketAddress?
    /// The connection that the request came over.
    let channel: any Channel
    /// Who asks, and how; set by `ArrivalMiddleware` and `VisitMiddleware` before any route runs.
    public var visit = Visit()

    public init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
        remoteAddress = source.channel.remoteAddress
    }
}

/// Who asks for a page, in which language, and at what time.
public struct Visit: Sendable {
    /// Nil for who has not signed in.
    public var visitor: Visitor?
    /// Thai for who has chosen none.
    public var language = Language.thai
    /// One time for the whole request.
    public var now = Instant(microseconds: 0)
    /// The path with its query, as asked for.
    public var path = "/"
    /// The page whose form is being answered, as the browser names it, or else the path asked for; nil for
    /// what is only read.
    public var formPath: String?
    /// The request comes from a page of another site.
    public var isCrossSite = false
    /// The client's address as far as it is known, for limits.
    public var client = ""
    /// The browser speaks TLS, with the site or with a proxy before it.
    public var isSecure = false
    /// The browser's User-Agent header.
    public var agent = ""
    /// The session's token that the browser showed, whether or not the session goes on.
    public var token: String?
    /// What the browser shows of earlier sign-ins.
    public var browser: String?
    /// What forms send back as `csrf`.
    public var csrf = ""
    /// What the forms of somebody who has not signed in are sealed to.
    public var formCookie = ""
    /// The preview that the page is an example of: nothing on such a page can be sent.
    var exampleOf: String?

    public var isThai: Bool { language == .thai }

    /// The path under which the page can be asked for: that of the form, where the page answers one.
    var shownPath: String { formPath ?? path }
}
