import SalaAnalysis
import SalaDatabase
public import SalaEngine
public import SalaThai

/// One further review for each entry of the grey zone, before anybody is asked.
public struct FurtherPlan: Sendable {
    /// One judge for one entry.
    public struct Line: Sendable {
        public var entry: RankedEntry
        public var judge: String
        /// What the judge is asked for already, given or not.
        public var load: Int
    }

    public var report: ChairReport
    /// Best entries first.
    public var lines: [Line]
    /// Entries of the grey zone for which no judge is free.
    public var short: [RankedEntry]
    /// Another one as soon as it would ask somebody else.
    public var fingerprint: String
    var pairs: [AssignmentPair]
}

extension Store {
    /// Who would be asked for one more review of each entry of the grey zone: of those free of conflicts and
    /// not asked before, who has least to do. For who leads the round or assigns in it.
    public func furtherPlan(
        _ handle: String, round name: String, for person: PersonID
    ) async throws -> FurtherPlan {
        let report = try await chairReport(handle, round: name, for: person)
        guard report.asksFurther else { throw Refusal.notAllowed }
        guard !report.isClosed else { throw Refusal.scoringClosed }
        let grey = report.grey
        let basis = try await database.read { connection in
            let view = try callView(handle, for: person, in: connection)
            return try reckonedBasis(view, report.ranking.round, connection)
                .furthering(grey.map(\.submission.id))
        }
        let pairs = Assignment(basis.problem, seed: 1).added.map {
            AssignmentPair(submission: $0.entry, judge: $0.judge)
        }
        let judges = Dictionary(uniqueKeysWithValues: basis.judges.map { ($0.person, $0) })
        let chosen = Dictionary(uniqueKeysWithValues: pairs.map { ($0.submission, $0.judge) })
        return FurtherPlan(
            report: report,
            lines: grey.compactMap { entry in
                guard let judge = chosen[entry.submission.id].flatMap({ judges[$0] }) else { return nil }
                return FurtherPlan.Line(entry: entry, judge: judge.name, load: judge.open + judge.given)
            }, short: grey.filter { chosen[$0.submission.id] == nil },
            fingerprint: basis.fingerprint(of: pairs), pairs: pairs)
    }

    /// Asks for the further reviews of a plan, each through the engine, with one letter to each judge.
    ///
    /// - Parameter shown: the plan that the person confirmed; refuses with `overtaken` where it is another by
    ///   now.
    /// - Returns: how many were asked for.
    public func askFurther(
        _ handle: String, round name: String, because reason: String, expecting shown: String,
        by person: PersonID, at now: Instant
    ) async throws -> Int {
        let plan = try await furtherPlan(handle, round: name, for: person)
        guard shown == plan.fingerprint else { throw Refusal.overtaken([]) }
        guard !plan.pairs.isEmpty else { throw Refusal.alreadyDone }
        return try await reckoning(under: handle, by: person) { connection in
            var news = JudgingNews()
            let (call, _) = try callAndFiled(handle, in: connection)
            for pair in plan.pairs.sorted(by: { ($0.submission, $0.judge) < ($1.submission, $1.judge) }) {
                var dossier = try dossier(pair.submission, for: person, in: connection)
                let judge = try self.judge(pair.judge, in: call, of: dossier.programme, connection)
                news.add(
                    try decide(
                        .askFurther(round: name, judge: judge, reason: reason), on: &dossier, at: now,
                        in: connection))
            }
            let programme = try programmes.programme(call.version, in: connection)
            try tell(news, under: call, of: programme, by: person, at: now, in: connection)
            return plan.pairs.count
        }
    }
}
