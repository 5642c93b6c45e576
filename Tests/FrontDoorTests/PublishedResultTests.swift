import ArgumentParser
import Foundation
import SalaDatabase
import SalaDefinitions
import SalaEngine
import SalaExchange
import SalaStore
import Testing

@testable import sala

@Suite("A published result")
struct PublishedResultTests {
    private static let home = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test("is what `sala tally` makes of the published scores, and names no judge")
    func tally() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sala-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let installation = try Installation(home: Self.home.path, address: "http://127.0.0.1:8080")
        let store = try await installation.store(
            database: "sqlite://\(folder.path)/sala.sqlite", files: folder.appending(path: "files"))
        let set = try DemoSet(installation)
        let plan = try #require(set.judgedPlan)
        let rehearsal = Rehearsal(installation: installation, store: store, progress: Progress(isQuiet: true))
        try await rehearsal.importOrganisations(atLeast: DemoSet.judgedSize.entrants)
        _ = try await rehearsal.simulate(set.folder, size: DemoSet.judgedSize, plan: plan)
        let (call, round) = (plan.call.handle, set.programme.rounds[0].name)
        await #expect(throws: Refusal.notFound) { try await store.publishedResult(call, round: round) }
        let officer = try await store.enrol(
            email: "officer-1@\(plan.office.code.lowercased()).example", name: "Officer", language: .thai,
            at: set.present)
        _ = try await store.select(call, round: round, by: officer, at: set.present)
        await #expect(throws: Refusal.notFound) { try await store.publishedResult(call, round: round) }
        try await store.release(call, by: officer, at: set.present)

        let result = try await store.publishedResult(call, round: round)
        let file = folder.appending(path: "scores.csv")
        try Data(result.csv.utf8).write(to: file)
        let output = try TallyScores.parse([
            "--scores", file.path, "--rule", result.rule.name, "--round",
            "\(result.rule.decimals):\(result.rule.rounding.rawValue)", "--json",
        ]).output()
        let object = try JSONSerialization.jsonObject(with: Data(output.text.utf8)) as? [String: Any]
        let rows = try #require(object?["entries"] as? [[String: Any]])
        #expect(rows.count == result.entries.count && rows.count > 8)
        let tallied = Dictionary(
            uniqueKeysWithValues: rows.map { ($0["entry"] as? String ?? "", $0) })
        for entry in result.entries {
            let row = try #require(tallied[entry.number])
            #expect(row["score"] as? String == entry.score)
            // Only a tie-break sets apart what has the same score: there the command shares the rank.
            let first = result.entries.filter { $0.score == entry.score }.compactMap(\.rank).min()
            #expect(row["rank"] as? Int == first)
        }
        #expect(result.entries.count { $0.isSelected } == result.places)
        #expect(result.entries.allSatisfy { ($0.title != nil) == $0.isSelected })

        let text = result.csv + (try result.json())
        let people = try await store.panel(call, round: round, for: officer).judges
        #expect(people.count == result.judges && people.count > 2)
        for judge in people {
            #expect(!text.contains(judge.name) && !text.contains(judge.email))
            #expect(!text.contains(judge.person.description))
        }
        try store.close()
    }
}
