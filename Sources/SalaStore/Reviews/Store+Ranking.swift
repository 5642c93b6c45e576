public import SalaAnalysis
import SalaDatabase
public import SalaEngine
import SalaThai

/// One line of a ranking, with what it rests on.
public struct RankedEntry: Sendable {
    public var submission: SubmissionRow
    /// Nil without a review.
    public var rank: Int?
    public var result: Tally.Result?
    /// What it is ranked by, as it is printed; nil without a score.
    public var value: ExactDecimal?
    /// What set it apart: `score`, `criterion:NAME`, `earliest`, `shared` or `unranked`; `unconnected`
    /// where the rule cannot compare it, `own` where it is withheld.
    public var decidedBy: String
    /// The given reviews that the score is reckoned from.
    public var reviews: [GivenReview]
    /// The person is on the filer's side: the entry stands in its place, and nothing of its judging is told.
    public var isOwn = false
}

/// A given review with the judge's name: what a score is traced back to.
public struct GivenReview: Sendable {
    public var judge: PersonID
    public var name: String
    public var review: Review
    /// In per cent.
    public var score: Rational
}

/// A round's ranking as it follows from the reviews given so far.
public struct RoundRanking: Sendable {
    public var view: CallView
    public var round: Round
    /// The rule by which it is reckoned.
    public var rule: TallyRule
    public var weights: [String: Int]
    /// Best first.
    public var entries: [RankedEntry]
    /// How many the call selects.
    public var places: Int
    /// Entries that share the rank on which the cut falls, when it cuts through one.
    public var tied: Set<SubmissionID>
    /// Decisions that are pending, but for those on the person's own.
    public var held: Int
    /// How many of what was filed rest in stages from which they may still come to the round, in the order of
    /// the workflow; stages without any are absent.
    public var before: [(stage: String, count: Int)]
    /// How many reviews are asked for of each entry and not given; none where decisions closed the round.
    public var open: [SubmissionID: Int]
    /// What a rule that compares entries made of the scores; nil by any other.
    var comparison: PanelComparison<SubmissionID, PersonID>?
    /// Every given review of what is ranked, the person's own included.
    var given: [SubmissionID: [GivenReview]]
}

extension Store {
    /// The ranking of a round, for those who may read reviews. Every number follows from the reviews it
    /// carries.
    public func ranking(_ handle: String, round name: String, for person: PersonID) async throws
        -> RoundRanking
    {
        try await database.read { connection in
            try ranking(try callView(handle, for: person, in: connection), name, connection)
        }
    }

    func ranking(_ view: CallView, _ name: String, _ connection: Connection) throws -> RoundRanking {
        let scope = Scope(view)
        guard view.actor.may(.readReviews, in: view.programme), scope.seesFilings else {
            throw Refusal.notAllowed
        }
        return try reckonedRanking(view, name, connection)
    }

    /// The ranking for whatever rests on it, whoever may read it.
    func reckonedRanking(_ view: CallView, _ name: String, _ connection: Connection) throws -> RoundRanking {
        let scope = Scope(view)
        guard let round = view.programme.round(name) else { throw Refusal.notFound }
        let weights = view.call.settings.weights(of: round)
        let rule = view.call.rule(of: round)
        let tally = try round.tally(rule, weights: weights)
        let stages = view.programme.workflow.stages(of: name)
        // What left the round by its own decisions keeps its place; what was withdrawn or rejected leaves it
        // free.
        let beyond = view.programme.workflow.stages(beyond: round.selection.actions).sorted()
        let rows = try connection.rows(
            Store.rowColumns
                + """
                submission.call_id = \(view.call.id) and (submission.stage in \(list: stages)
                    or submission.stage in \(list: beyond)
                        and exists (select 1 from review where review.call_id = submission.call_id
                        and review.submission_id = submission.id and review.round = \(name)))
                """)
        let submissions = try rows.map { try scope.row($0) }
        let own = try Set(rows.filter(scope.hasStake).map { try $0.id("id") as SubmissionID })
        let reviews = try givenReviews(view.call.id, name, tally, connection)
        var results: [SubmissionID: Tally.Result] = [:]
        for (id, given) in reviews { results[id] = try tally.result(of: given.map(\.review.scores)) }
        let comparison = rule.comparison.map { kind in
            reckoned.comparison(
                Store.scores(of: submissions.map(\.id), in: reviews), kind, rule)
        }
        let ranking = Ranking(
            submissions.map { $0.candidate(results[$0.id], comparison) }, ties: round.ties.map(\.ranking))
        let byID = Dictionary(uniqueKeysWithValues: submissions.map { ($0.id, $0) })
        let places = view.call.settings.number(round.selection.count, of: view.programme)
        return RoundRanking(
            view: view, round: round, rule: rule, weights: weights,
            entries: ranking.rows.compactMap { row in
                byID[row.entry].map { submission in
                    guard !own.contains(row.entry) else { return RankedEntry(own: submission, row.rank) }
                    let given = reviews[row.entry] ?? []
                    let isRefused = comparison?.isRefused == true && !given.isEmpty
                    return RankedEntry(
                        submission: submission, rank: row.rank, result: results[row.entry],
                        value: row.score, decidedBy: isRefused ? "unconnected" : "\(row.decidedBy)",
                        reviews: given)
                }
            }, places: places, tied: Set(ranking.selection(count: places).tied),
            held: submissions.filter { $0.held != nil }.count,
            before: try entries(before: round, view, connection),
            open: try openReviews(in: round, view, connection), comparison: comparison,
            given: reviews)
    }

    private func entries(
        before round: Round, _ view: CallView, _ connection: Connection
    ) throws -> [(stage: String, count: Int)] {
        let counts = try connection.filedCounts(under: view.call.id)
        return view.programme.stages(before: round).compactMap { stage in counts[stage].map { (stage, $0) } }
    }

    private func openReviews(
        in round: Round, _ view: CallView, _ connection: Connection
    ) throws -> [SubmissionID: Int] {
        let judging = try connection.judging(in: view.programme, under: view.call.id)
        let rows = try connection.rows(
            """
            select review.submission_id as id, count(*) as count
            from review join submission on submission.call_id = review.call_id
                and submission.id = review.submission_id
            where review.call_id = \(view.call.id) and review.round = \(round.name)
                and review.state in \(Review.State.open) and \(judging) and \(Scope(view).foreign)
            group by review.submission_id
            """)
        return Dictionary(uniqueKeysWithValues: try rows.map { (try $0.id("id"), try $0.get("count")) })
    }

    private func givenReviews(
        _ call: CallID, _ round: String, _ tally: Tally, _ connection: Connection
    ) throws -> [SubmissionID: [GivenReview]] {
        let rows = try connection.rows(
            """
            select review.submission_id, review.judge_id, review.snapshot, person.name
            from review join person on person.id = review.judge_id
            where review.call_id = \(call) and review.round = \(round) and review.state = 'final'
            order by review.submission_id, person.name, review.judge_id
            """)
        var reviews: [SubmissionID: [GivenReview]] = [:]
        for row in rows {
            let review: Review = try row.json("snapshot")
            reviews[try row.id("submission_id"), default: []].append(
                GivenReview(
                    judge: try row.id("judge_id"), name: try row.get("name"), review: review,
                    score: try tally.score(of: review.scores)))
        }
        return reviews
    }
}

extension SubmissionRow {
    /// By a rule that compares entries the score is what it says, and the rest the plain tally's.
    fileprivate func candidate(
        _ result: Tally.Result?, _ comparison: PanelComparison<SubmissionID, PersonID>?
    ) -> Ranking<SubmissionID>.Candidate {
        Ranking<SubmissionID>.Candidate(
            entry: id, score: comparison.map { $0.values[id]?.rounded } ?? result?.rounded,
            criterionMeans: result?.criterionMeans ?? [:],
            filedMicroseconds: filedAt?.microseconds ?? .max)
    }
}

extension RankedEntry {
    fileprivate init(own submission: SubmissionRow, _ rank: Int?) {
        self.init(
            submission: submission, rank: rank, result: nil, decidedBy: "own", reviews: [], isOwn: true)
    }
}

extension SalaEngine.TieBreak {
    fileprivate var ranking: Ranking<SubmissionID>.TieBreak {
        switch self {
        case .criterion(let name): .criterion(name)
        case .earliestFiling: .earliest
        }
    }
}
