import Foundation
public import Hummingbird
import Logging
import NIOCore

/// The site as something that answers requests.
public enum SalaApplication {
    /// All middlewares and routes.
    public static func router(_ site: Site) -> Router<SalaContext> {
        let router = Router(context: SalaContext.self)
        router.add(middleware: LogRequestsMiddleware(.debug))
        router.add(middleware: SecurityHeadersMiddleware(isSecure: site.settings.isSecure))
        router.add(middleware: KeptPagesMiddleware(site: site))
        router.add(middleware: VisitMiddleware(site: site))
        router.add(
            middleware: FileMiddleware<SalaContext, LocalFileSystem>(
                site.settings.publicFolder.path,
                cacheControl: CacheControl([(MediaType(type: .any), [.public, .maxAge(31_536_000)])]),
                logger: site.logger))
        let routes = Routes(router: router, site: site)
        HomeRoutes(site: site).add(to: routes)
        CallRoutes(site: site).add(to: routes)
        CallSettingsRoutes(site: site).add(to: routes)
        RegisterRoutes(site: site).add(to: routes)
        EntryRoutes(site: site).add(to: routes)
        SubmissionRoutes(site: site).add(to: routes)
        SignInRoutes(site: site).add(to: routes)
        AccountRoutes(site: site).add(to: routes)
        MembershipRoutes(site: site).add(to: routes)
        DemoRoutes(site: site).add(to: routes)
        DeskRoutes(site: site).add(to: routes)
        JudgingRoutes(site: site).add(to: routes)
        PanelRoutes(site: site).add(to: routes)
        RankingRoutes(site: site).add(to: routes)
        return router
    }
}
