import ArgumentParser
import Foundation
import SalaDatabase
import SalaStore

/// Signs people into a demo and writes down what they will ask for.
struct Visits: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "visits",
        abstract: "Signs people into a demo's data and prints, as JSON, what a bench asks and posts as them.")

    @Option(help: "The folder with Programmes, Templates, Public and Data.")
    var home: String?

    @Option(help: "The folder that the demo is kept in.")
    var data: String

    @Option(help: "How many begin an entry beforehand.")
    var drafts: Int = 64

    @Option(help: "How many will make a whole entry.")
    var entries: Int = 600

    func run() async throws {
        let demo = try await DemoFolder(data, home: home)
        let visits = Visiting(demo: demo, now: demo.clock.now())
        let plan = try await visits.plan(drafts: drafts, entries: entries)
        try demo.store.close()
        FileHandle.standardOutput.write(try JSONEncoder().encode(plan))
    }
}
