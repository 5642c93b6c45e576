import ArgumentParser
import Foundation
import SalaDatabase
import SalaDefinitions
import SalaEngine
import SalaStore
import SalaWeb

/// How long a round's ranking takes in a rehearsal's database.
struct RankingTime: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ranking", abstract: "Ranks the first round of a rehearsal and says the seconds it took."
    )

    @OptionGroup var options: InstallationOptions

    @Option(help: "How often; the fastest counts.")
    var times: Int = 5

    struct Report: Encodable {
        var entries: Int
        var seconds: Double
    }

    func run() async throws {
        let installation = try Installation(home: options.home, address: options.address)
        let store = try await installation.store(
            database: options.database, files: URL(filePath: options.files, directoryHint: .isDirectory))
        let set = try DemoSet(installation)
        let people = try await set.personas(in: store, at: set.present)
        guard let round = set.programme.rounds.first, let officer = people.first else {
            throw ValidationError("\(set.programme.name) has no round to rank")
        }
        var report = Report(entries: 0, seconds: .infinity)
        for _ in 0..<times {
            let start = ContinuousClock.now
            let ranking = try await store.ranking(
                set.plan.call.handle, round: round.name, for: officer.person)
            let seconds = (ContinuousClock.now - start) / .seconds(1)
            report = Report(entries: ranking.entries.count, seconds: min(report.seconds, seconds))
        }
        print(String(decoding: try JSONEncoder().encode(report), as: UTF8.self))
    }
}
