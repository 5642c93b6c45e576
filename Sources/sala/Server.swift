import Foundation
import Hummingbird
import Logging
import SalaEngine
import SalaExchange
import SalaLetters
import SalaStore
import SalaThai
import SalaWeb

/// The running site: pages, clocks and the outbox.
struct Server {
    let installation: Installation
    let store: Store
    let key: [UInt8]
    /// The demo's people; nil outside a demo.
    let personas: [Persona]?
    /// Nil: letters wait in the outbox, and a demo keeps them there.
    let mail: MailServer?
    let sender: String
    /// Where people ask for help; nil leaves it unsaid.
    var contact: String?
    let listen: String
    let port: Int
    var trustedProxies = TrustedProxies.loopback
    var clock: @Sendable () -> Instant = Instant.now

    /// Serves until the process is told to stop, then lets requests in flight finish.
    func run() async throws {
        let site = try site()
        var application = Application(
            router: try SalaApplication.router(site),
            // Nobody keeps a connection open without saying anything for longer.
            server: .http1(configuration: .init(idleTimeout: .seconds(75))),
            configuration: ApplicationConfiguration(
                address: .hostname(listen, port: port), serverName: "Sala"), logger: installation.logger)
        application.addServices(ClockService(store: store, clock: clock, logger: installation.logger))
        application.addServices(SweepingService(store: store, logger: installation.logger))
        let templates = site.templates
        let writer = ExportWriter(store: store) { key, language, values in
            templates.say(key, language, values)
        }
        application.addServices(
            ExportService(store: store, writer: writer, clock: clock, logger: installation.logger))
        if let mail {
            let mailing = try Mailing(
                store: store, mail: mail, sender: sender, clock: clock, logger: installation.logger)
            application.addServices(OutboxService(mailing: mailing))
        } else if personas != nil {
            application.addServices(KeepingService(store: store, logger: installation.logger))
        }
        try await application.runService()
    }

    private func site() throws -> Site {
        guard let mediaTypes = MediaTypeDetector() else {
            throw InstallationFault("libmagic has no database: run Scripts/setup")
        }
        let home = installation.home
        if !Thumbnails(folder: store.files.folder).isAble {
            installation.logger.warning(
                "vipsthumbnail is missing: pictures are sent in full size. Install libvips-tools.")
        }
        return Site(
            store: store, templates: try TemplateLibrary(directory: home.appending(path: "Templates")),
            settings: SiteSettings(
                address: installation.address, publicFolder: home.appending(path: "Public"),
                assetVersion: try AssetVersion.of(home.appending(path: "Public")), personas: personas,
                contact: contact, trustedProxies: trustedProxies),
            mediaTypes: mediaTypes, key: key, logger: installation.logger, clock: clock)
    }
}
