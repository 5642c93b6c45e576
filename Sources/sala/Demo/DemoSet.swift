import ArgumentParser
import Foundation
import SalaDefinitions
import SalaEngine
import SalaStore
import SalaThai
import SalaWeb

/// The programme that a demo shows, and the people in it.
struct DemoSet {
    let folder: URL
    let plan: SimulationPlan
    let programme: Programme

    /// The first programme that has a plan for its rehearsal.
    init(_ installation: Installation) throws {
        for folder in try installation.programmeFolders() {
            guard let plan = try? SimulationPlan.read(programme: folder) else { continue }
            let files = try ProgrammeFiles(folder: folder)
            let (programme, faults) = ProgrammeReader.read(files)
            guard let programme, faults.isEmpty else {
                throw FaultyProgramme(name: files.name, faults: faults)
            }
            self.folder = folder
            self.plan = plan
            self.programme = programme
            return
        }
        throw ValidationError(saying: "no programme has examples/simulation/plan.yaml to make a demo of")
    }

    /// The time that the demo begins at.
    var present: Instant { Instant(iso: plan.present) ?? .now() }

    /// The plan of the call that is over.
    var earlierPlan: SimulationPlan? { plan.earlier.map(plan(of:)) }

    /// The plan of the call that waits for its decisions.
    var judgedPlan: SimulationPlan? { plan.judged.map(plan(of:)) }

    /// How much of that call is rehearsed: few enough to look through.
    static let judgedSize = Simulation.Size(entrants: 24, judges: 6, seed: 2563, concludes: false)

    private func plan(of call: SimulationPlan.Opening) -> SimulationPlan {
        var plan = plan
        plan.call = call
        return plan
    }

    /// The people whom a visitor may become: an officer of the programme, a screener, a judge, an officer of
    /// a local government that has not entered yet, and a citizen.
    func personas(in store: Store, at now: Instant) async throws -> [Persona] {
        var personas: [Persona] = []
        func add(_ key: String, _ email: String, _ name: String) async throws -> PersonID {
            let person = try await store.enrol(email: email, name: name, language: .thai, at: now)
            personas.append(Persona(person: person, key: key, name: name))
            return person
        }
        let domain = "\(plan.call.handle).example"
        _ = try await add("programme-officer", plan.officerAddress, "เจ้าหน้าที่โครงการ (ตัวอย่าง)")
        let granted = programme.roles.filter { $0.granting == .call }
        let judges = Set(programme.rounds.map(\.judges))
        let screener = granted.first { role in
            !judges.contains(role.name)
                && programme.workflow.actions.contains { $0.by.contains(role.name) && !$0.isHeld }
        }
        for (key, role) in [("screener", screener), ("judge", granted.first { judges.contains($0.name) })] {
            guard let role else { continue }
            _ = try await add(
                key, "\(role.name)-1@\(domain)", "\(programme.texts["role.\(role.name)", .thai]) 1 (ตัวอย่าง)")
        }
        let municipal = try await add(
            "municipal-officer", "municipal@\(domain)", "เจ้าหน้าที่ท้องถิ่น (ตัวอย่าง)")
        let filers = try await store.filers(limit: .max)
        if filers.count > 1 {
            try await store.grantMembership(municipal, filers[1].id, role: .member, at: now)
        }
        _ = try await add("citizen", "citizen@\(domain)", "ประชาชน (ตัวอย่าง)")
        return personas
    }
}
