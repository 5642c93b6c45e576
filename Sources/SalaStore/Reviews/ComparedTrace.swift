import Foundation
import SalaAnalysis
import SalaEngine

/// How a score by a rule that compares entries follows from the reviews, in numbers as people read them.
public struct ComparedTrace: Sendable {
    /// One judge's score of the entry beside what it is measured against.
    public struct Line: Sendable {
        public var judge: String
        /// In per cent.
        public var score: String
        /// How many entries of the round the judge scored.
        public var count: Int
        /// The mean of the judge's scores by z-scores, the judge's harshness by calibration.
        public var measure: String
        /// The judge's standard deviation by z-scores, the harshness's standard error by calibration.
        public var deviation: String
        /// Standard deviations above the judge's mean, or the score without the harshness.
        public var value: String
    }

    /// The entry beside another that some judge scored as well.
    public struct Duel: Sendable {
        public var opponent: SubmissionRow
        public var wins: Int
        public var losses: Int
        public var ties: Int
        /// The opponent's own value; nil where it is withheld.
        public var value: String?
        /// What the entry gets for it: 1, 0.5 or 0.
        public var points: String
    }

    /// By the judges' names; empty where entries are compared in pairs.
    public var lines: [Line] = []
    /// In the order of the ranking; empty where they are not.
    public var duels: [Duel] = []
    /// The mean of the lines, which calibration draws towards `average`.
    public var mean: String = ""
    /// What an entry of average quality is expected to get.
    public var average: String = ""
    /// How much of the distance from the average is kept, from 0 to 1.
    public var kept: String = ""
    /// Points by pairs in all; what the strengths make likely by Bradley and Terry.
    public var points: String = ""
    public var expected: String = ""
    /// The points count a draw against an entry that is not shown.
    public var isRegularised = false
}

extension ScoreTrace {
    /// Takes the place of what the entry's own reviews amount to.
    mutating func compare(in ranking: RoundRanking) {
        refusal = given.isEmpty ? nil : ranking.refusal
        let value = ranking.comparison?.values[submission.id]
        combined = value.map { $0.exact.rational.text }
        score = value?.rounded.description
        guard let comparison = ranking.comparison, value != nil else { return }
        let entries = ranking.entries.map(\.submission.id)
        let scores = Store.scores(of: entries, in: ranking.given)
        switch comparison.rule {
        case .zScore: comparing = .standings(of: submission.id, scores, ranking.given)
        case .calibrated:
            comparing = comparison.calibration.map {
                .calibrated(submission.id, scores, ranking.given, $0)
            }
        case .copeland, .bradleyTerry: comparing = .pairs(of: submission.id, scores, ranking, comparison)
        }
    }
}

extension ComparedTrace {
    typealias Score = GivenScore<SubmissionID, PersonID>

    fileprivate static func standings(
        of entry: SubmissionID, _ scores: [Score], _ given: [SubmissionID: [GivenReview]]
    ) -> ComparedTrace {
        let byJudge = Dictionary(grouping: scores, by: \.judge)
        var trace = ComparedTrace()
        var values: [Double] = []
        for review in given[entry, default: []] {
            let all = byJudge[review.judge, default: []].map(\.score)
            guard let standing = JudgeStanding(all) else { continue }
            let value = standing.standing(of: review.score.rounded(places: 9))
            values.append(value)
            trace.lines.append(
                Line(
                    judge: review.name, score: review.score.text, count: standing.count,
                    measure: words(standing.mean), deviation: words(standing.deviation),
                    value: words(value)))
        }
        trace.mean = words(values.reduce(0, +) / Double(max(1, values.count)))
        return trace
    }

    fileprivate static func calibrated(
        _ entry: SubmissionID, _ scores: [Score], _ given: [SubmissionID: [GivenReview]],
        _ calibration: Calibration<SubmissionID, PersonID>
    ) -> ComparedTrace {
        let judges = Dictionary(uniqueKeysWithValues: calibration.judges.map { ($0.judge, $0) })
        var trace = ComparedTrace()
        var values: [Double] = []
        for review in given[entry, default: []] {
            guard let judge = judges[review.judge] else { continue }
            let value = review.score.approximation - judge.offset
            values.append(value)
            trace.lines.append(
                Line(
                    judge: review.name, score: review.score.text, count: judge.reviews,
                    measure: words(judge.offset), deviation: words(judge.standardError),
                    value: words(value)))
        }
        let variances = calibration.variances
        let quality = variances.quality * Double(values.count)
        let whole = quality + variances.noise
        trace.mean = words(values.reduce(0, +) / Double(max(1, values.count)))
        trace.average = words(calibration.average)
        trace.kept = words(whole > 0 ? quality / whole : 0)
        return trace
    }

    fileprivate static func pairs(
        of entry: SubmissionID, _ scores: [Score], _ ranking: RoundRanking,
        _ comparison: PanelComparison<SubmissionID, PersonID>
    ) -> ComparedTrace {
        let duels = Dictionary(
            uniqueKeysWithValues: SalaAnalysis.Duel.all(of: entry, in: scores).map { ($0.opponent, $0) })
        let isLogarithmic = comparison.rule == .bradleyTerry
        let own = comparison.values[entry]?.exact.rational.approximation ?? 0
        var trace = ComparedTrace(isRegularised: comparison.isRegularised)
        var halves = 0
        var expected = 0.0
        for other in ranking.entries {
            guard let duel = duels[other.submission.id] else { continue }
            let judges = duel.wins + duel.losses + duel.ties
            let gained = isLogarithmic ? 2 * duel.wins + duel.ties : duel.halves
            halves += gained
            let strength = comparison.values[other.submission.id]?.exact.rational.approximation ?? 0
            expected += Double(judges) / (1 + exp(strength - own))
            trace.duels.append(
                ComparedTrace.Duel(
                    opponent: other.submission, wins: duel.wins, losses: duel.losses, ties: duel.ties,
                    value: other.isOwn ? nil : other.score,
                    points: Rational(gained, over: 2).text))
        }
        trace.points = Rational(halves, over: 2).text
        trace.expected = words(expected)
        return trace
    }

    /// Four digits after the point.
    private static func words(_ value: Double) -> String {
        ExactDecimal(units: Int((value * 10_000).rounded()), places: 4).description
    }
}
