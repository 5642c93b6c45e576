import Foundation
import SalaDefinitions
import SalaEngine
import SalaStore
import SalaThai

/// Sets up what a rehearsal needs in a database of its own, and runs it.
struct Rehearsal {
    let installation: Installation
    let store: Store
    let progress: Progress

    /// Makes local governments up from real places under the real naming rules, when there are too few
    /// organisations.
    func importOrganisations(atLeast count: Int) async throws {
        guard try await store.filers(limit: count + 1).count <= count else { return }
        progress.begin("organisations")
        let places = try Places(folder: installation.home.appending(path: "Data/fetched"))
        let csv = LocalGovernments.csv(LocalGovernments.synthesised(from: places))
        let report = try await store.importOrganisations(csv: Array(csv.utf8), at: .now())
        progress.end("organisations: \(report.new) new")
    }

    /// Publishes the programme of that folder and rehearses it; a plan given replaces the folder's own.
    func simulate(
        _ folder: URL, size: Simulation.Size, plan: SimulationPlan? = nil
    ) async throws -> Simulation.Outcome {
        let files = try ProgrammeFiles(folder: folder)
        let (programme, faults) = ProgrammeReader.read(files)
        guard let programme, faults.isEmpty else { throw FaultyProgramme(name: files.name, faults: faults) }
        let simulation = Simulation(
            store: store, programme: programme, plan: try plan ?? SimulationPlan.read(programme: folder),
            size: size,
            files: try SimulationFiles(store: store.files), progress: progress)
        // In the rehearsal's own time the programme is there before its first call.
        try await store.publish(
            programme: files.name, files: try files.encoded(),
            at: simulation.opens.adding(seconds: -8 * 86_400))
        return try await simulation.run()
    }
}
