import ArgumentParser
import Foundation
import SalaDatabase

/// How many durable writes a second Sala's database takes, from one writer and from many at once.
struct DurableCommits: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "commits", abstract: "Writes rows of 200 bytes and says how many a second are durable.")

    @Option(help: "A folder for the database.")
    var folder: String

    @Option(help: "How long to write, in seconds.")
    var seconds: Double = 2

    @Argument(help: "How many write at the same time, for each measurement.")
    var writers: [Int] = [1, 64]

    private static let schema = Migration(
        1, "commits", "create table line (id integer primary key, text text not null)")

    func run() async throws {
        let file = URL(filePath: folder, directoryHint: .isDirectory).appending(path: "commits.sqlite")
        let database = try Database(url: "sqlite://\(file.standardizedFileURL.path)")
        _ = try await database.migrate([DurableCommits.schema])
        var rates: [String: Double] = [:]
        for count in writers {
            rates[String(count)] = try await rate(of: count, in: database)
        }
        try database.close()
        print(String(decoding: try JSONEncoder().encode(rates), as: UTF8.self))
    }

    private func rate(of writers: Int, in database: Database) async throws -> Double {
        let text = String(repeating: "s", count: 200)
        let start = ContinuousClock.now
        let end = start + .seconds(seconds)
        let written = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<writers {
                group.addTask {
                    var written = 0
                    while ContinuousClock.now < end {
                        try await database.write { connection in
                            try connection.execute("insert into line (text) values (\(text))")
                        }
                        written += 1
                    }
                    return written
                }
            }
            return try await group.reduce(0, +)
        }
        return Double(written) / ((ContinuousClock.now - start) / .seconds(1))
    }
}
