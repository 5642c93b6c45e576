import SalaAnalysis
import SalaEngine

extension TallyRule {
    /// How entries are compared; nil where each stands by its own reviews.
    var comparison: PanelComparison<SubmissionID, PersonID>.Rule? {
        switch kind {
        case .mean, .median, .trimmedMean: nil
        case .zScore: .zScore
        case .calibrated: .calibrated
        case .copeland: .copeland
        case .bradleyTerry: .bradleyTerry
        }
    }

    /// How an entry's own reviews become one score; what compares entries leaves their plain mean.
    private var each: Tally.Rule {
        switch kind {
        case .median: .median
        case .trimmedMean: .trimmedMean(dropping: dropped)
        case .mean, .zScore, .calibrated, .copeland, .bradleyTerry: .mean
        }
    }

    /// What becomes of halves.
    var halves: SalaAnalysis.Rounding { rounding == .halfUp ? .halfUp : .halfEven }

    fileprivate func tally(_ criteria: [Tally.Criterion]) throws -> Tally {
        try Tally(criteria: criteria, rule: each, places: decimals, rounding: halves)
    }
}

extension Round {
    /// The arithmetic of the round by that rule under those weights.
    func tally(_ rule: TallyRule, weights: [String: Int]) throws -> Tally {
        try rule.tally(
            criteria.map { criterion in
                Tally.Criterion(
                    name: criterion.name, weight: weights[criterion.name] ?? 0,
                    lowest: criterion.levels.first ?? 0, highest: criterion.levels.last ?? 0)
            })
    }
}

extension Store {
    /// The scores that compare those entries, in per cent to nine digits after the point.
    static func scores(
        of entries: [SubmissionID], in reviews: [SubmissionID: [GivenReview]]
    ) -> [GivenScore<SubmissionID, PersonID>] {
        entries.flatMap { entry in
            reviews[entry, default: []].map {
                GivenScore(entry: entry, judge: $0.judge, score: $0.score.rounded(places: 9))
            }
        }
    }
}
