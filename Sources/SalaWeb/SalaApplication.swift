public import Hummingbird

/// The site as something that answers requests.
public enum SalaApplication {
    /// All middlewares and routes; throws when a file of `Public` cannot be read.
    public static func router(_ site: Site) throws -> Router<SalaContext> {
        let router = Router(context: SalaContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: RequestLogMiddleware())
        router.add(middleware: HeadMiddleware())
        router.add(middleware: ArrivalMiddleware(settings: site.settings))
        router.add(middleware: SecurityHeadersMiddleware())
        router.add(
            middleware: AssetMiddleware(
                assets: try AssetLibrary(folder: site.settings.publicFolder),
                version: site.settings.assetVersion))
        router.add(middleware: KeptPagesMiddleware(site: site))
        router.add(middleware: TellingMiddleware())
        router.add(middleware: VisitMiddleware(site: site))
        let routes = Routes(router: router, site: site)
        HomeRoutes(site: site).add(to: routes)
        CallRoutes(site: site).add(to: routes)
        CallSettingsRoutes(site: site).add(to: routes)
        RegisterRoutes(site: site).add(to: routes)
        EntryRoutes(site: site).add(to: routes)
        SubmissionRoutes(site: site).add(to: routes)
        CompanyRoutes(site: site).add(to: routes)
        InvitationRoutes(site: site).add(to: routes)
        ResultRoutes(site: site).add(to: routes)
        ExportRoutes(site: site).add(to: routes)
        LateAccessRoutes(site: site).add(to: routes)
        LetterRoutes(site: site).add(to: routes)
        SignInRoutes(site: site).add(to: routes)
        AccountRoutes(site: site).add(to: routes)
        MembershipRoutes(site: site).add(to: routes)
        DemoRoutes(site: site).add(to: routes)
        DeskRoutes(site: site).add(to: routes)
        JudgingRoutes(site: site).add(to: routes)
        ConflictRoutes(site: site).add(to: routes)
        PanelRoutes(site: site).add(to: routes)
        RankingRoutes(site: site).add(to: routes)
        RuleRoutes(site: site).add(to: routes)
        ChairRoutes(site: site).add(to: routes)
        return router
    }
}
