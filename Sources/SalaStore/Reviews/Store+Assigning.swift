import Foundation
import SalaAnalysis
import SalaDatabase
public import SalaEngine
public import SalaThai

/// What an assignment run did.
public struct AssignmentOutcome: Sendable {
    public var added: Int
    /// Submissions that still have fewer judges than the round wants, with how many are missing.
    public var short: [SubmissionID: Int]
    /// Pairs that the engine refused, with the refusal's code.
    public var refused: [String: Int]
}

/// One judge for one submission.
public struct AssignmentPair: Hashable, Sendable {
    public var submission: SubmissionID
    public var judge: PersonID

    public init(submission: SubmissionID, judge: PersonID) {
        self.submission = submission
        self.judge = judge
    }
}

extension Store {
    /// Submissions that are assigned in one transaction.
    private static let chunk = 200

    /// Gives every submission of the round as many judges as it wants, with balanced loads; one's own
    /// organisation and declared conflicts are left out, what was assigned before stays, and what is the own
    /// of who assigns is left to others.
    public func assignAutomatically(
        _ handle: String, round name: String, seed: UInt64, by person: PersonID, at now: Instant
    ) async throws -> AssignmentOutcome {
        let problem = try await database.read { connection in
            try assignmentProblem(handle, name, for: person, connection)
        }
        let solution = Assignment(problem, seed: seed)
        let pairs = solution.added.map { AssignmentPair(submission: $0.entry, judge: $0.judge) }
        var outcome = try await assign(pairs, in: handle, round: name, by: person, at: now)
        outcome.short = Dictionary(uniqueKeysWithValues: solution.short.map { ($0.entry, $0.missing) })
        return outcome
    }

    /// Assigns those pairs, each through the engine; a pair that is refused does not stop the others.
    public func assign(
        _ pairs: [AssignmentPair], in handle: String, round: String, by person: PersonID, at now: Instant
    ) async throws -> AssignmentOutcome {
        var outcome = AssignmentOutcome(added: 0, short: [:], refused: [:])
        let bySubmission = Dictionary(grouping: pairs, by: \.submission).sorted { $0.key < $1.key }
        for start in stride(from: 0, to: bySubmission.count, by: Store.chunk) {
            let chunk = bySubmission[start..<min(start + Store.chunk, bySubmission.count)]
            let part = try await database.write { connection in
                try assign(Array(chunk), in: handle, round: round, by: person, at: now, connection)
            }
            outcome.added += part.added
            outcome.refused.merge(part.refused) { $0 + $1 }
        }
        return outcome
    }

    private func assign(
        _ chunk: [(key: SubmissionID, value: [AssignmentPair])], in handle: String, round: String,
        by person: PersonID, at now: Instant, _ connection: Connection
    ) throws -> AssignmentOutcome {
        var outcome = AssignmentOutcome(added: 0, short: [:], refused: [:])
        let (call, _) = try callAndFiled(handle, in: connection)
        var judges: [PersonID: Actor] = [:]
        for (id, pairs) in chunk {
            do {
                var dossier = try dossier(id, for: person, in: connection)
                guard dossier.call.id == call.id else { throw Refusal.notFound }
                for pair in pairs.sorted(by: { $0.judge < $1.judge }) {
                    let judge =
                        try judges[pair.judge]
                        ?? actor(pair.judge, in: call, of: dossier.programme, connection)
                    judges[pair.judge] = judge
                    do {
                        try decide(.assign(round: round, judge: judge), on: &dossier, at: now, in: connection)
                        outcome.added += 1
                    } catch let refusal as Refusal {
                        outcome.refused[refusal.code, default: 0] += 1
                    }
                }
            } catch let refusal as Refusal {
                outcome.refused[refusal.code, default: 0] += pairs.count
            }
        }
        return outcome
    }

    func assignmentProblem(
        _ handle: String, _ name: String, for person: PersonID, _ connection: Connection
    ) throws -> AssignmentProblem<SubmissionID, PersonID> {
        let view = try callView(handle, for: person, in: connection)
        guard view.actor.may(.assignReviews, in: view.programme) else { throw Refusal.notAllowed }
        guard let round = view.programme.round(name) else { throw Refusal.notFound }
        let stages = view.programme.workflow.stages(of: name)
        let scope = Scope(view)
        let entries = try connection.rows(
            """
            select id, applicant_id, organisation_id from submission
            where \(scope.foreign) and stage in \(list: stages) and held is null
            """)
        let reviews = try connection.rows(
            """
            select submission_id, judge_id, state from review
            where call_id = \(view.call.id) and round = \(name)
            """
        )
        let members = try connection.rows(
            """
            select person_id, organisation_id from membership where state = 'approved' and person_id in
                (select person_id from call_role where call_id = \(view.call.id) and role = \(round.judges))
            """)
        return try AssignmentRows(entries: entries, reviews: reviews, members: members).problem(
            judges: judges(of: round, scope, connection).map(\.person), demand: round.reviews)
    }
}

/// The rows that an assignment is made from.
private struct AssignmentRows {
    typealias Problem = AssignmentProblem<SubmissionID, PersonID>

    var entries: [Row]
    var reviews: [Row]
    var members: [Row]

    func problem(judges: [PersonID], demand: Int) throws -> Problem {
        var given: Set<Problem.Pair> = []
        var conflicts: Set<Problem.Pair> = []
        var wanted: [SubmissionID: Int] = [:]
        var filers: [OrganisationID: [SubmissionID]] = [:]
        for row in entries {
            let id: SubmissionID = try row.id("id")
            wanted[id] = demand
            conflicts.insert(Problem.Pair(entry: id, judge: try row.id("applicant_id")))
            if let organisation: OrganisationID = try row.optionalID("organisation_id") {
                filers[organisation, default: []].append(id)
            }
        }
        for row in reviews {
            let pair = Problem.Pair(entry: try row.id("submission_id"), judge: try row.id("judge_id"))
            guard wanted[pair.entry] != nil else { continue }
            switch Review.State(rawValue: try row.get("state")) {
            case .assigned, .begun, .final: given.insert(pair)
            case .conflict, .abstained, .withdrawn, nil: conflicts.insert(pair)
            }
        }
        for row in members {
            let judge: PersonID = try row.id("person_id")
            for entry in filers[try row.id("organisation_id")] ?? [] {
                conflicts.insert(Problem.Pair(entry: entry, judge: judge))
            }
        }
        return Problem(
            demand: wanted, judges: Set(judges), maximumLoad: nil, conflicts: conflicts.subtracting(given),
            given: given)
    }
}
