import Foundation
import SalaAnalysis
import SalaDatabase
public import SalaEngine
public import SalaThai

/// What an assignment run did.
public struct AssignmentOutcome: Sendable {
    public var added = 0
    /// Lines of a list that say what stood before.
    public var already = 0
    /// Submissions that still have fewer judges than the round wants, with how many are missing.
    public var short: [SubmissionID: Int] = [:]
    /// What the engine refused, one for each pair.
    public var refusals: [Refusal] = []

    /// How many pairs were refused, by the refusal's code.
    public var refused: [String: Int] {
        Dictionary(refusals.map { ($0.code, 1) }, uniquingKeysWith: +)
    }
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
    /// Up to so many pairs others wait for the transaction; more are reckoned while others write.
    private static let fewPairs = 100

    /// What an assignment would do, for those who assign; refuses a list with `AssignmentFaults`, which name
    /// every wrong line.
    ///
    /// From a seed every submission of the round gets as many judges as it wants, with balanced loads; one's
    /// own organisation and declared conflicts are left out, what was assigned before stays, and what is the
    /// own of who assigns is left to others.
    public func assignmentPlan(
        _ handle: String, round name: String, from source: AssignmentSource, by person: PersonID,
        at now: Instant
    ) async throws -> AssignmentPlan {
        switch source {
        case .seed(let seed):
            let basis = try await database.read { connection in
                try assignmentBasis(handle, name, for: person, connection)
            }
            return basis.plan(
                Assignment(basis.problem, seed: seed).added.map {
                    AssignmentPair(submission: $0.entry, judge: $0.judge)
                })
        case .list(let bytes):
            return try await database.read { connection in
                let basis = try assignmentBasis(handle, name, for: person, connection)
                let sheet = try AssignmentSheet(csv: bytes)
                let trial = try trial(of: sheet, in: basis.view, basis.round, by: person, at: now, connection)
                return basis.plan(trial.pairs, already: trial.already, repeated: trial.repeated)
            }
        }
    }

    /// Does what a plan says, all in one transaction, with one letter to each judge who gets something.
    ///
    /// - Parameter shown: the fingerprint of the plan that the person confirmed; refuses all with
    ///   `overtaken` where the plan is another by now.
    public func assign(
        _ handle: String, round name: String, from source: AssignmentSource, expecting shown: String? = nil,
        by person: PersonID, at now: Instant
    ) async throws -> AssignmentOutcome {
        let plan = try await assignmentPlan(handle, round: name, from: source, by: person, at: now)
        guard shown == nil || shown == plan.fingerprint else { throw Refusal.overtaken([]) }
        var outcome = try await writing(plan.pairs.count, under: handle, by: person) { connection in
            if let shown {
                let basis = try assignmentBasis(handle, name, for: person, connection)
                guard basis.fingerprint(of: plan.pairs) == shown else { throw Refusal.overtaken([]) }
            }
            return try assign(plan.pairs, in: handle, round: name, by: person, at: now, connection)
        }
        outcome.already = plan.already
        outcome.short = Dictionary(uniqueKeysWithValues: plan.short.map { ($0.entry.submission, $0.missing) })
        return outcome
    }

    /// Assigns those pairs, each through the engine; a pair that is refused does not stop the others.
    public func assign(
        _ pairs: [AssignmentPair], in handle: String, round: String, by person: PersonID, at now: Instant
    ) async throws -> AssignmentOutcome {
        try await writing(pairs.count, under: handle, by: person) { connection in
            try assign(pairs, in: handle, round: round, by: person, at: now, connection)
        }
    }

    /// Asks a judge anew who declared a conflict or abstained, and tells the judge.
    public func assignAgain(
        _ judge: PersonID, to id: SubmissionID, in round: String, because reason: String, by person: PersonID,
        at now: Instant
    ) async throws {
        try await database.write { connection in
            var dossier = try dossier(id, for: person, in: connection)
            let judge = try self.judge(judge, in: dossier.call, of: dossier.programme, connection)
            let news = try decide(
                .assignAgain(round: round, judge: judge, reason: reason), on: &dossier, at: now,
                in: connection)
            try tell(
                news, under: dossier.call, of: dossier.programme, by: person, at: now, in: connection)
        }
    }

    /// Opens a judge's given review again, and tells the judge.
    public func reopenReview(
        of judge: PersonID, on id: SubmissionID, in round: String, because reason: String,
        by person: PersonID, at now: Instant
    ) async throws {
        try await database.write { connection in
            var dossier = try dossier(id, for: person, in: connection)
            let judge = try self.judge(judge, in: dossier.call, of: dossier.programme, connection)
            let news = try decide(
                .reopen(round: round, judge: judge, reason: reason), on: &dossier, at: now, in: connection)
            try tell(
                news, under: dossier.call, of: dossier.programme, by: person, at: now, in: connection)
        }
    }

    private func writing<Result: Sendable>(
        _ pairs: Int, under handle: String, by person: PersonID,
        _ body: @escaping @Sendable (Connection) throws -> Result
    ) async throws -> Result {
        pairs > Store.fewPairs
            ? try await reckoning(under: handle, by: person, body) : try await database.write(body)
    }

    private func assign(
        _ pairs: [AssignmentPair], in handle: String, round: String, by person: PersonID, at now: Instant,
        _ connection: Connection
    ) throws -> AssignmentOutcome {
        var outcome = AssignmentOutcome()
        let (call, _) = try callAndFiled(handle, in: connection)
        var news = JudgingNews()
        // By version too: what the judges' role is, the version says that a submission was filed under.
        var judges: [VersionID: [PersonID: Actor]] = [:]
        let bySubmission = Dictionary(grouping: pairs, by: \.submission).sorted { $0.key < $1.key }
        for (id, pairs) in bySubmission {
            do {
                var dossier = try dossier(id, for: person, in: connection)
                guard dossier.call.id == call.id else { throw Refusal.notFound }
                let version = dossier.submission.version
                for pair in pairs.sorted(by: { $0.judge < $1.judge }) {
                    let judge =
                        try judges[version]?[pair.judge]
                        ?? self.judge(pair.judge, in: call, of: dossier.programme, connection)
                    judges[version, default: [:]][pair.judge] = judge
                    do {
                        news.add(
                            try decide(
                                .assign(round: round, judge: judge), on: &dossier, at: now, in: connection))
                        outcome.added += 1
                    } catch let refusal as Refusal {
                        outcome.refusals.append(refusal)
                    }
                }
            } catch let refusal as Refusal {
                outcome.refusals += pairs.map { _ in refusal }
            }
        }
        let programme = try programmes.programme(call.version, in: connection)
        try tell(news, under: call, of: programme, by: person, at: now, in: connection)
        return outcome
    }

    /// What an assignment in the round rests on; refused to those who do not assign.
    func assignmentBasis(
        _ handle: String, _ name: String, for person: PersonID, _ connection: Connection
    ) throws -> AssignmentBasis {
        let view = try callView(handle, for: person, in: connection)
        guard view.actor.may(.assignReviews, in: view.programme) else { throw Refusal.notAllowed }
        guard let round = view.programme.round(name) else { throw Refusal.notFound }
        guard try connection.closing(of: round, in: view.programme, under: view.call.id).isEmpty else {
            throw Refusal.scoringClosed
        }
        return try reckonedBasis(view, round, connection)
    }

    /// The same for whatever rests on it, whoever may read it.
    func reckonedBasis(
        _ view: CallView, _ round: Round, _ connection: Connection
    ) throws -> AssignmentBasis {
        let name = round.name
        let stages = view.programme.workflow.stages(of: name)
        let scope = Scope(view)
        let entries = try connection.rows(
            """
            select submission.id, submission.number, submission.title, submission.applicant_id,
                submission.organisation_id, organisation.province_code
            from submission left join organisation on organisation.id = submission.organisation_id
            where \(scope.foreign) and stage in \(list: stages) and held is null
            """)
        let reviews = try connection.rows(
            """
            select submission_id, judge_id, state from review
            where call_id = \(view.call.id) and round = \(name)
            """
        )
        let ties = try JudgeTies(of: Store.people(judging: round, in: view.call.id), connection)
        let knowing = try peopleKnowing(round, of: view.programme, in: view.call, connection)
        let colleagues = try connection.rows(
            """
            select submission_id, person_id as judge_id from invitation
            where call_id = \(view.call.id) and person_id is not null
            """)
        return try AssignmentBasis(
            view, round,
            AssignmentRows(
                entries: entries, reviews: reviews, colleagues: colleagues, ties: ties, knowing: knowing),
            judges: judges(of: round, scope, connection).filter(\.isJudge),
            screened: connection.screenings(
                where: "submission.stage in \(list: stages)", byJudgesOf: round, scope))
    }

    /// A query for the people who judge in the round.
    static func people(judging round: Round, in call: CallID) -> SQL {
        "select person_id from call_role where call_id = \(call) and role = \(round.judges)"
    }

    /// The judges of a blind round whom another role shows who entered.
    func peopleKnowing(
        _ round: Round, of programme: Programme, in call: Call, _ connection: Connection
    ) throws -> Set<PersonID> {
        guard round.blind != nil else { return [] }
        let seeing = programme.roles.filter { $0.sees == .filed || $0.sees == .all }
        func names(_ granting: Role.Granting) -> [String] {
            seeing.filter { $0.granting == granting }.map(\.name)
        }
        let rows = try connection.rows(
            """
            select person_id from call_role
            where call_id = \(call.id) and role in \(list: names(.call))
            union select person_id from membership
            where organisation_id = \(call.organisation) and state = 'approved'
                and role in \(list: names(.organisation))
            """)
        return Set(try rows.map { try $0.id("person_id") })
    }
}
