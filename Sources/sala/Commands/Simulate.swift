import ArgumentParser
import Foundation
import SalaDefinitions
import SalaEngine
import SalaStore
import SalaThai

/// Rehearses a programme with made-up people, through the same door as everybody else.
struct Simulate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Rehearses a programme: entries, corrections, conflicts, reviews, selection and release.")

    @OptionGroup var choice: ProgrammeChoice

    @Option(help: "How many enter.")
    var entrants: Int = 100

    @Option(help: "How many judge.")
    var judges: Int = 20

    @Option(help: "The same seed gives the same result.")
    var seed: UInt64 = 1

    @Option(
        help: """
            A database for the rehearsal alone, such as sqlite:///tmp/rehearsal.sqlite; made when it is not \
            there. Its people are made up: never name one that is in use.
            """)
    var database: String

    @Flag(help: "End with one JSON object on standard output.")
    var json = false

    func run() async throws {
        let installation = try Installation(home: choice.home, address: "http://127.0.0.1:8080")
        let folder = try choice.folder()
        let files = FileManager.default.temporaryDirectory.appending(
            path: "sala-rehearsal-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: files) }
        let store = try await installation.rehearsalStore(database: database, files: files)
        let progress = Progress()
        let rehearsal = Rehearsal(installation: installation, store: store, progress: progress)
        try await rehearsal.importOrganisations(atLeast: entrants)
        let outcome: Simulation.Outcome
        do {
            outcome = try await rehearsal.simulate(
                folder, size: Simulation.Size(entrants: entrants, judges: judges, seed: seed))
        } catch Refusal.mistakenCall(let mistakes) where mistakes.contains(where: { $0.kind == .taken }) {
            throw ValidationError(
                saying: "\(database) holds this call already, from a rehearsal before. Delete it, or "
                    + "name another.")
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = json ? [.sortedKeys] : [.sortedKeys, .prettyPrinted]
        print(String(decoding: try encoder.encode(outcome), as: UTF8.self))
    }
}
