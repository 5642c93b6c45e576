import ArgumentParser
import Foundation
import SalaStore
import SalaWeb

/// A demo's data served as an installation is served: without the demo's people to become.
struct BenchSite: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serves a demo's data in the demo's time, without its personas.")

    @Option(help: "The folder with Programmes, Templates, Public and Data.")
    var home: String?

    @Option(help: "The folder that the demo is kept in.")
    var data: String

    @Option(help: "The port to listen on.")
    var port: Int

    func run() async throws {
        let demo = try await DemoFolder(data, home: home, port: port)
        try await demo.installation.publishProgrammes(to: demo.store, at: demo.clock.now())
        let server = Server(
            installation: demo.installation, store: demo.store,
            key: try InstallationKey.read(from: demo.folder.appending(path: "form.key")), personas: nil,
            mail: nil, sender: "sala@localhost", listen: "127.0.0.1", port: port, clock: demo.clock.now)
        try await server.run()
    }
}
