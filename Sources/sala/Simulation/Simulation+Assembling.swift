import Foundation
import SalaDefinitions
import SalaEngine
import SalaStore
import SalaThai

/// The people of a rehearsal.
struct Cast {
    struct Entrant {
        var index: Int
        var person: PersonID
        var organisation: OrganisationSummary
    }

    var office: OrganisationID
    var officer: PersonID
    /// By role, in the order they were enrolled.
    var granted: [String: [PersonID]]
    var entrants: [Entrant]
}

extension Simulation {
    /// Opens and publishes the call, and brings everybody together: officers, those with roles in the call,
    /// entrants.
    func assemble() async throws -> Cast {
        let start = opens.adding(seconds: -7 * 86_400)
        let office = try await officeOrganisation(at: start)
        // The same for every call of the office.
        let officer = try await store.enrol(
            email: plan.officerAddress, name: "เจ้าหน้าที่โครงการ (ตัวอย่าง)", language: .thai, at: start)
        for role in programme.membershipRoles.sorted(by: { $0.rawValue < $1.rawValue }) {
            try await store.grantMembership(officer, office, role: role, at: start)
        }
        try await openCall(office, officer, at: start)
        var granted: [String: [PersonID]] = [:]
        for role in programme.roles where role.granting == .call {
            let isJudge = programme.rounds.contains { $0.judges == role.name }
            let screens = programme.workflow.actions.contains { $0.by.contains(role.name) && !$0.isHeld }
            for index in 0..<(isJudge ? size.judges : screens ? size.screeners : 1) {
                let name = "\(programme.texts["role.\(role.name)", .thai]) \(index + 1) (ตัวอย่าง)"
                // A microsecond of its own for each, because ids of the same one come in any order.
                let moment = Instant(microseconds: start.microseconds + Int64(index))
                let person = try await person(role.name, index, name: name, at: moment)
                try await store.decide(
                    .grant(role: role.name, person: person), on: plan.call.handle, by: officer, at: start)
                granted[role.name, default: []].append(person)
            }
        }
        let entrants = try await entrants(officer: officer, at: start)
        return Cast(office: office, officer: officer, granted: granted, entrants: entrants)
    }

    private func officeOrganisation(at now: Instant) async throws -> OrganisationID {
        let fields = [
            plan.office.code, plan.office.kind, plan.office.th, plan.office.en, "10", "กรุงเทพมหานคร",
            "Bangkok", "",
            "", "",
        ]
        let lines = [LocalGovernment.columns, fields].map { line in
            line.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
        }
        _ = try await store.importOrganisations(csv: Array(lines.joined(separator: "\n").utf8), at: now)
        guard let office = try await store.organisation(code: plan.office.code) else {
            throw SimulationFault("the office \(plan.office.code) could not be made")
        }
        return office
    }

    private func openCall(_ office: OrganisationID, _ officer: PersonID, at now: Instant) async throws {
        let title = Dictionary(
            uniqueKeysWithValues: plan.call.title.compactMap { code, text in
                Language(rawValue: code).map { ($0, text) }
            })
        _ = try await store.openCall(
            plan.call.handle, of: programme.name, by: officer, for: office, title: title,
            period: Period(opens: opens, closes: closes),
            settings: CallSettings(numbers: plan.call.settings ?? [:], contact: plan.call.contact), at: now)
        try await store.decide(.publish, on: plan.call.handle, by: officer, at: now)
    }

    private func entrants(
        officer: PersonID, at now: Instant
    ) async throws -> [Cast.Entrant] {
        let organisations = try await store.filers(limit: size.entrants)
        guard organisations.count == size.entrants else {
            throw SimulationFault(
                "\(size.entrants) entrants need as many organisations; there are \(organisations.count)")
        }
        return try await concurrently(organisations.count) { index in
            let organisation = organisations[index]
            let name = "เจ้าหน้าที่ \(organisation.nameThai) (ตัวอย่าง)"
            let person = try await person("entrant", index, name: name, at: now)
            try await store.claimMembership(person, organisation.id, at: now)
            try await store.decide(
                .approve, about: person, in: organisation.id, by: .person(officer), at: now)
            return Cast.Entrant(index: index, person: person, organisation: organisation)
        }
    }

    private func person(_ part: String, _ index: Int, name: String, at now: Instant) async throws -> PersonID
    {
        let suffix = plan.call.handle
        return try await store.enrol(
            email: "\(part)-\(index + 1)@\(suffix).example", name: String(name.prefix(100)), language: .thai,
            at: now)
    }

    /// Does the work for each index, several at a time, and gives the results in order.
    func concurrently<Value: Sendable>(
        _ count: Int, _ work: @escaping @Sendable (Int) async throws -> Value
    ) async throws -> [Value] {
        try await withThrowingTaskGroup(of: (Int, Value).self) { group in
            var results: [Value?] = Array(repeating: nil, count: count)
            var next = 0
            func add() {
                let index = next
                next += 1
                group.addTask { (index, try await work(index)) }
            }
            while next < min(32, count) { add() }
            var done = 0
            while let (index, value) = try await group.next() {
                results[index] = value
                done += 1
                progress.step(done, of: count)
                if next < count { add() }
            }
            return results.compactMap { $0 }
        }
    }
}

/// Why a rehearsal cannot go on.
struct SimulationFault: SayingError {
    let sentence: Sentence

    init(_ sentence: Sentence) {
        self.sentence = sentence
    }
}
