import SalaDatabase
import SalaEngine
import SalaThai

extension Store {
    /// Tries every line of a list and writes nothing; throws all that is wrong with the list.
    func trial(
        of sheet: AssignmentSheet, in view: CallView, _ round: Round, by person: PersonID, at now: Instant,
        _ connection: Connection
    ) throws -> AssignmentTrial {
        var trial = AssignmentTrial(round: round.name)
        try trial.run(sheet, in: view, round, of: self, by: person, at: now, connection)
        let faults = sheet.faults + trial.faults
        guard faults.isEmpty else { throw AssignmentFaults(faults) }
        return trial
    }
}

/// The lines of a list, tried one after the other without writing anything.
struct AssignmentTrial: Sendable {
    let round: String
    private(set) var pairs: [AssignmentPair] = []
    /// Lines that say what stands already.
    private(set) var already = 0
    private(set) var repeated: [AssignmentPlan.Repeat] = []
    private(set) var faults: [AssignmentFault] = []

    init(round: String) {
        self.round = round
    }

    mutating func run(
        _ sheet: AssignmentSheet, in view: CallView, _ definition: Round, of store: Store,
        by person: PersonID, at now: Instant, _ connection: Connection
    ) throws {
        let entries = try entries(sheet, view.call.id, connection)
        let judges = try judges(definition.judges, view.call.id, connection)
        var actors: [PersonID: Actor] = [:]
        var dossiers: [SubmissionID: WholeDossier] = [:]
        var lines: [AssignmentPair: Int] = [:]
        for line in sheet.lines {
            let id = entries[Digits.ascii(line.entry)]
            let judge = EmailAddress(typed: line.judge).flatMap { judges[$0.text] }
            if id == nil { report(line, .unknownEntry(line.entry)) }
            if judge == nil { report(line, .unknownJudge(line.judge)) }
            guard let id, let judge else { continue }
            let pair = AssignmentPair(submission: id, judge: judge)
            if let first = lines[pair] {
                repeated.append(AssignmentPlan.Repeat(line: line.line, first: first))
                continue
            }
            do {
                let actor =
                    try actors[judge]
                    ?? store.judge(judge, in: view.call, of: view.programme, connection)
                actors[judge] = actor
                var dossier = try dossiers[id] ?? store.dossier(id, for: person, in: connection)
                let situation = dossier.situation(at: now, calendar: store.calendar)
                let events = try dossier.submission.decide(.assign(round: round, judge: actor), in: situation)
                for event in events {
                    dossier.submission.evolve(
                        Recorded(
                            sequence: dossier.submission.sequence + 1, at: now, actor: person, body: event))
                }
                dossiers[id] = dossier
                pairs.append(pair)
                lines[pair] = line.line
            } catch Refusal.alreadyDone {
                already += 1
                lines[pair] = line.line
            } catch Refusal.notFound {
                report(line, .unknownEntry(line.entry))
            } catch let refusal as Refusal {
                report(line, .refused(refusal))
            }
        }
    }

    private mutating func report(_ line: AssignmentSheet.Line, _ kind: AssignmentFault.Kind) {
        faults.append(AssignmentFault(line: line.line, kind: kind))
    }

    private func entries(
        _ sheet: AssignmentSheet, _ call: CallID, _ connection: Connection
    ) throws -> [String: SubmissionID] {
        let numbers = Set(sheet.lines.map { Digits.ascii($0.entry) }).sorted()
        let rows = try connection.rows(
            "select id, number from submission where call_id = \(call) and number in \(list: numbers)")
        return try Dictionary(uniqueKeysWithValues: rows.map { (try $0.get("number"), try $0.id("id")) })
    }

    private func judges(_ role: String, _ call: CallID, _ connection: Connection) throws -> [String: PersonID]
    {
        let rows = try connection.rows(
            """
            select person.id, person.email from call_role join person on person.id = call_role.person_id
            where call_role.call_id = \(call) and call_role.role = \(role)
            """)
        return try Dictionary(uniqueKeysWithValues: rows.map { (try $0.get("email"), try $0.id("id")) })
    }
}
