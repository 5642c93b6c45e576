import SalaAnalysis
import SalaDatabase
public import SalaEngine

/// How one score comes about: every given review, what each level is worth, and how they become one.
public struct ScoreTrace: Sendable {
    /// What one level adds to a review's score: weight × (level − lowest) / (highest − lowest).
    public struct Line: Equatable, Sendable {
        public var criterion: String
        /// In per cent of the whole.
        public var weight: Int
        public var level: Int
        public var lowest: Int
        public var highest: Int
        /// In points of per cent.
        public var points: String
    }

    /// One given review, criterion by criterion.
    public struct Given: Sendable {
        public var judge: String
        public var review: Review
        public var lines: [Line]
        /// In per cent.
        public var score: String
        /// A trimmed mean leaves the highest and the lowest out.
        public var isUsed: Bool
    }

    public var view: CallView
    public var round: Round
    public var submission: SubmissionRow
    public var given: [Given]
    /// Reviews that are asked for and not given.
    public var open: Int
    /// In per cent before rounding; nil without a review.
    public var combined: String?
    /// As it is printed and ranked.
    public var score: String?
    /// The mean level under each criterion, which breaks ties.
    public var means: [String: String]
    /// The rule by which the round is reckoned.
    public var rule: TallyRule
    /// How the score follows from those of other entries; nil where it does not, or there is none.
    public var comparing: ComparedTrace?
    /// Why the rule gives no score; nil where it gives one, or there is no review.
    public var refusal: Refusal?
}

extension Store {
    /// The arithmetic of one submission's score, for those who may read reviews; refused with
    /// `ownOrganisation` where it is the person's own.
    public func scoreTrace(
        of id: SubmissionID, under handle: String, round name: String, for person: PersonID
    ) async throws -> ScoreTrace {
        try await database.read { connection in
            let view = try callView(handle, for: person, in: connection)
            guard view.actor.may(.readReviews, in: view.programme) else { throw Refusal.notAllowed }
            guard let round = view.programme.round(name) else { throw Refusal.notFound }
            let scope = Scope(view)
            let row = try connection.row(Store.rowColumns + scope.condition + " and submission.id = \(id)")
            guard let row else { throw Refusal.notFound }
            guard try !scope.hasStake(in: row) else { throw Refusal.ownOrganisation }
            let reviews = try connection.rows(
                """
                select review.state, review.snapshot, person.name
                from review join person on person.id = review.judge_id
                where review.call_id = \(view.call.id) and review.submission_id = \(id)
                    and review.round = \(name) and review.state in \(Review.State.active)
                order by person.name, review.judge_id
                """)
            var trace = try ScoreTrace(view, round, try scope.row(row), reviews)
            if trace.rule.kind.compares {
                trace.compare(in: try reckonedRanking(view, name, connection))
            }
            return trace
        }
    }
}

extension ScoreTrace {
    fileprivate init(_ view: CallView, _ round: Round, _ submission: SubmissionRow, _ rows: [Row]) throws {
        let weights = view.call.settings.weights(of: round)
        let rule = view.call.rule(of: round)
        let tally = try round.tally(rule, weights: weights)
        let finals = try rows.compactMap { row -> (name: String, review: Review)? in
            guard try row.get("state") == Review.State.final.rawValue else { return nil }
            return (try row.get("name"), try row.json("snapshot"))
        }
        let scores = try finals.map { try tally.score(of: $0.review.scores) }
        let result = try tally.result(of: finals.map(\.review.scores))
        let unused = ScoreTrace.extremes(scores, count: tally.rule.dropped(of: scores.count))
        self.view = view
        self.round = round
        self.submission = submission
        self.rule = rule
        open = rows.count - finals.count
        combined = result?.score.text
        score = result?.rounded.description
        means = result?.criterionMeans.mapValues(\.text) ?? [:]
        given = finals.enumerated().map { index, entry in
            Given(
                judge: entry.name, review: entry.review,
                lines: round.criteria.map { criterion in
                    Line(criterion, weights[criterion.name] ?? 0, entry.review.scores[criterion.name] ?? 0)
                }, score: scores[index].text, isUsed: !unused.contains(index))
        }
    }

    private static func extremes(_ scores: [Rational], count: Int) -> Set<Int> {
        let ordered = scores.indices.sorted { (scores[$0], $0) < (scores[$1], $1) }
        return Set(ordered.prefix(count) + ordered.suffix(count))
    }
}

extension ScoreTrace.Line {
    init(_ criterion: Criterion, _ weight: Int, _ level: Int) {
        let lowest = criterion.levels.first ?? 0
        let highest = criterion.levels.last ?? 0
        precondition(highest > lowest, "a criterion with one level cannot be reckoned with")
        self.init(
            criterion: criterion.name, weight: weight, level: level, lowest: lowest, highest: highest,
            points: Rational(weight * (level - lowest), over: highest - lowest).text)
    }
}
