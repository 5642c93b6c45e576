import Foundation
import SalaDatabase
import SalaDefinitions
import SalaEngine
import SalaStore
import Testing

@testable import sala

@Suite("Rehearsals")
struct SimulationTests {
    private static let home = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private func rehearse(seed: UInt64) async throws -> Simulation.Outcome {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sala-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let installation = try Installation(home: Self.home.path, address: "http://127.0.0.1:8080")
        let store = try await installation.store(
            database: "sqlite://\(folder.path)/sala.sqlite", files: folder.appending(path: "files"))
        let rehearsal = Rehearsal(installation: installation, store: store, progress: Progress(isQuiet: true))
        try await rehearsal.importOrganisations(atLeast: 60)
        let programme = try installation.programmeFolders()[0]
        let outcome = try await rehearsal.simulate(
            programme, size: Simulation.Size(entrants: 60, judges: 9, seed: seed))
        try store.close()
        return outcome
    }

    @Test("leave the demo a call with every review in, whose decisions can be held, taken back and released")
    func judgedCall() async throws {
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
        #expect(DemoSet.judgedSize.entrants <= 30)
        let view = try await store.call(plan.call.handle, for: nil)
        let version = try await store.version(view.call.version)
        #expect(version.publishedAt < view.call.period.opens)
        let officer = try await store.enrol(
            email: "officer-1@\(plan.office.code.lowercased()).example", name: "Officer", language: .thai,
            at: set.present)
        let (call, round) = (plan.call.handle, set.programme.rounds[0].name)
        let panel = try await store.panel(call, round: round, for: officer)
        #expect(panel.entries > 8 && panel.complete == panel.entries)
        let held = try await store.select(call, round: round, by: officer, at: set.present)
        #expect(held.selected == 8 && held.others == panel.entries - 8)
        #expect(try await store.takeBackSelection(call, by: officer, at: set.present) == panel.entries)
        _ = try await store.select(call, round: round, by: officer, at: set.present)
        #expect(try await store.release(call, by: officer, at: set.present) == panel.entries)
        #expect(try #require(await store.latestEventTime()) == set.present)
        try store.close()
    }

    @Test("come out the same for the same seed, and otherwise for another")
    func sameSeed() async throws {
        var first = try await rehearse(seed: 1)
        var second = try await rehearse(seed: 1)
        var other = try await rehearse(seed: 2)
        for outcome in [first, second, other] { #expect(outcome.seconds.count == 9) }
        first.seconds = [:]
        second.seconds = [:]
        other.seconds = [:]
        #expect(first == second)
        #expect(first != other)
    }

    @Test("go from the first entry to the one award, with three reviews for every entry that is judged")
    func wholeWay() async throws {
        let outcome = try await rehearse(seed: 7)
        #expect(outcome.selected == 40)
        #expect(outcome.awarded == 1)
        #expect(outcome.submissions > 50)
        let judged = outcome.reviews / 3 - outcome.selected
        #expect(outcome.reviews.isMultiple(of: 3))
        #expect(judged > outcome.selected)
        #expect(judged <= outcome.submissions - outcome.screened_out)
        #expect(outcome.letters >= outcome.submissions * 2)
    }
}
