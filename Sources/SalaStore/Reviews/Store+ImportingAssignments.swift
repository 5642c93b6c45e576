import SalaDatabase
public import SalaEngine
public import SalaThai

/// What a list of assignments did.
public struct AssignmentReport: Equatable, Sendable {
    public var added: Int
    /// Lines that say what stood already.
    public var already: Int
    /// Refused after all, because something changed while the list was checked: how many by the refusal's
    /// code.
    public var refused: [String: Int]
}

extension Store {
    /// Assigns the judges that a CSV list names (`entry` is a submission's number, `judge` a judge's e-mail
    /// address). Every line is tried first: throws `AssignmentFaults` when one is wrong, and then nothing has
    /// changed.
    public func importAssignments(
        csv: [UInt8], to handle: String, round: String, by person: PersonID, at now: Instant
    ) async throws -> AssignmentReport {
        let sheet = try AssignmentSheet(csv: csv)
        let trial = try await database.read { connection in
            var trial = AssignmentTrial(round: round)
            try trial.run(sheet, handle, of: self, by: person, at: now, connection)
            return trial
        }
        guard trial.faults.isEmpty else { throw AssignmentFaults(trial.faults) }
        let outcome = try await assign(trial.pairs, in: handle, round: round, by: person, at: now)
        return AssignmentReport(
            added: outcome.added, already: trial.already, refused: outcome.refused)
    }
}

/// The lines of a list, tried one after the other without writing anything.
private struct AssignmentTrial: Sendable {
    let round: String
    var pairs: [AssignmentPair] = []
    var already = 0
    var faults: [AssignmentFault] = []

    init(round: String) {
        self.round = round
    }

    mutating func run(
        _ sheet: AssignmentSheet, _ handle: String, of store: Store, by person: PersonID, at now: Instant,
        _ connection: Connection
    ) throws {
        let view = try store.callView(handle, for: person, in: connection)
        guard view.actor.may(.assignReviews, in: view.programme) else { throw Refusal.notAllowed }
        guard let definition = view.programme.round(round) else { throw Refusal.notFound }
        let entries = try entries(sheet, view.call.id, connection)
        let judges = try judges(definition.judges, view.call.id, connection)
        var actors: [PersonID: Actor] = [:]
        var dossiers: [SubmissionID: WholeDossier] = [:]
        for line in sheet.lines {
            let id = entries[Digits.ascii(line.entry)]
            let judge = EmailAddress(typed: line.judge).flatMap { judges[$0.text] }
            if id == nil { report(line, .unknownEntry(line.entry)) }
            if judge == nil { report(line, .unknownJudge(line.judge)) }
            guard let id, let judge else { continue }
            do {
                let actor =
                    try actors[judge]
                    ?? store.actor(judge, in: view.call, of: view.programme, connection)
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
                pairs.append(AssignmentPair(submission: id, judge: judge))
            } catch Refusal.alreadyDone {
                already += 1
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
