import ArgumentParser
import Foundation
import SalaEngine
import SalaLetters
import SalaThai
import SalaWeb

/// Serves an installation.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serves the site.",
        discussion: """
            Brings the database to this version, publishes the programmes that changed, and serves until it \
            is told to stop; requests in flight are finished then.
            """)

    @OptionGroup var options: InstallationOptions

    @Option(help: "The address to listen on.")
    var listen: String = "127.0.0.1"

    @Option(help: "The port to listen on.")
    var port: Int = 8080

    @Option(
        help: """
            The networks of the proxies in front, such as 127.0.0.0/8,10.0.0.5: whose X-Forwarded-For and \
            X-Forwarded-Proto are believed.
            """)
    var trustedProxies: String = "127.0.0.0/8,::1/128"

    @Option(
        help: """
            Where letters go: smtp://host:port or smtps://host:port; without it they wait in the outbox. A \
            login is taken from $SALA_MAIL_USER and $SALA_MAIL_PASSWORD.
            """)
    var mail: String?

    @Option(help: "Whom letters are from.")
    var sender: String = "sala@localhost"

    @Option(help: "Where people ask for help, an e-mail address or a telephone number: said on every page.")
    var contact: String?

    @Option(
        help: "A file with at least 32 bytes that seals forms; made beside the files when it is not there.")
    var key: String?

    func run() async throws {
        let installation = try Installation(home: options.home, address: options.address)
        let files = URL(filePath: options.files, directoryHint: .isDirectory)
        let store = try await installation.store(database: options.database, files: files)
        try await installation.publishProgrammes(to: store, at: .now())
        let key = try InstallationKey.read(
            from: key.map { URL(filePath: $0) } ?? files.appending(path: "form.key"))
        let server = Server(
            installation: installation, store: store, key: key, personas: nil, mail: try mailServer(),
            sender: sender, contact: contact, listen: listen, port: port, trustedProxies: try proxies())
        try await server.run()
    }

    private func proxies() throws -> TrustedProxies {
        guard let proxies = TrustedProxies(trustedProxies) else {
            throw ValidationError(saying: "--trusted-proxies takes networks such as 127.0.0.0/8,10.0.0.5")
        }
        return proxies
    }

    private func mailServer() throws -> MailServer? {
        guard let mail else { return nil }
        let environment = ProcessInfo.processInfo.environment
        let login = environment["SALA_MAIL_USER"].map { user in
            MailServer.Login(user: user, password: environment["SALA_MAIL_PASSWORD"] ?? "")
        }
        guard let server = MailServer(url: mail, login: login) else {
            throw ValidationError(saying: "--mail takes smtp://host:port or smtps://host:port")
        }
        return server
    }
}
