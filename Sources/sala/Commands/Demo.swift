import ArgumentParser
import Foundation
import SalaDatabase
import SalaDefinitions
import SalaEngine
import SalaStore
import SalaThai
import SalaWeb

/// Serves a demo with made-up people whom a visitor may become with one click.
struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes a demo in a folder, unless it is there, and serves it.")

    @Option(
        help: "The folder with Programmes, Templates, Public and Data; by default $SALA_HOME or this folder.")
    var home: String?

    @Option(help: "The folder that the demo is kept in.")
    var data: String = ".demo"

    @Option(help: "The port to listen on.")
    var port: Int = 8080

    @Option(help: "How many local governments enter the demo's call.")
    var entrants: Int = 120

    @Flag(help: "Make the demo and stop.")
    var prepareOnly = false

    func run() async throws {
        let installation = try Installation(home: home, address: "http://127.0.0.1:\(port)")
        let folder = URL(filePath: data, directoryHint: .isDirectory).standardizedFileURL
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let finished = folder.appending(path: "ready")
        if !FileManager.default.fileExists(atPath: finished.path) {
            try await make(installation, in: folder)
            try Data().write(to: finished)
        }
        guard !prepareOnly else { return }
        let store = try await open(installation, in: folder)
        let set = try DemoSet(installation)
        let latest = try await store.latestEventTime() ?? set.present
        let clock = DemoClock(present: max(set.present, latest.adding(seconds: 60)))
        try await installation.publishProgrammes(to: store, at: clock.now())
        let personas = try await set.personas(in: store, at: clock.now())
        let key = try InstallationKey.read(from: folder.appending(path: "form.key"))
        Speech.warn("The demo is at http://127.0.0.1:\(port) – stop it with Ctrl-C.")
        let server = Server(
            installation: installation, store: store, key: key, personas: personas, mail: nil,
            sender: "sala@localhost", listen: "127.0.0.1", port: port, clock: clock.now)
        try await server.run()
    }

    private func open(_ installation: Installation, in folder: URL) async throws -> Store {
        try await installation.store(
            database: "sqlite://\(folder.appending(path: "sala.sqlite").path)",
            files: folder.appending(path: "files"))
    }

    /// Rehearses a call that is over, one that waits for its decisions and one that is in its middle. What an
    /// earlier try left behind goes first.
    private func make(_ installation: Installation, in folder: URL) async throws {
        Speech.warn("Making the demo in \(folder.path), which takes a moment the first time.")
        for name in ["sala.sqlite", "sala.sqlite-wal", "sala.sqlite-shm", "files"] {
            try? FileManager.default.removeItem(at: folder.appending(path: name))
        }
        let store = try await open(installation, in: folder)
        let set = try DemoSet(installation)
        let rehearsal = Rehearsal(installation: installation, store: store, progress: Progress())
        try await rehearsal.importOrganisations(atLeast: entrants + 1)
        if let earlier = set.earlierPlan {
            _ = try await rehearsal.simulate(
                set.folder, size: Simulation.Size(entrants: 60, judges: 12, seed: 64), plan: earlier)
        }
        if let judged = set.judgedPlan {
            _ = try await rehearsal.simulate(set.folder, size: DemoSet.judgedSize, plan: judged)
        }
        let size = Simulation.Size(
            entrants: entrants, judges: 12, seed: 2564, screened: 70, reviewed: 60, until: set.present)
        _ = try await rehearsal.simulate(set.folder, size: size, plan: set.plan)
        try await store.keepLetters()
        try store.close()
    }
}
