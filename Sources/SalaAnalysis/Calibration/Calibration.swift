import Foundation

/// Scores with the judges' harshness taken out: score = quality + judge's offset + noise, by empirical
/// Bayes. Qualities are shrunk towards their mean by how much the scores tell of them; offsets are fixed
/// effects that add up to zero, so that a constant added to all scores of one judge moves every calibrated
/// value by the same amount. Variances are those of the greatest restricted likelihood. (Compare MacKay and
/// others, Calibration with confidence, doi 10.1098/rsos.160760.) The order of the scores does not matter.
public struct Calibration<Entry, Judge>: Sendable
where Entry: Hashable & Comparable & Sendable, Judge: Hashable & Comparable & Sendable {
    /// One entry after calibration.
    public struct EntryResult: Hashable, Sendable {
        public let entry: Entry
        public let reviews: Int
        /// Of the scores as they were given.
        public let mean: Double
        /// What a judge of average harshness would be expected to give.
        public let calibrated: Double
        /// The posterior standard deviation of `calibrated`, the variances taken as known.
        public let standardError: Double
        /// Estimated from the draws.
        public let probabilityInTop: Double
    }

    /// One judge's harshness.
    public struct JudgeResult: Hashable, Sendable {
        public let judge: Judge
        public let reviews: Int
        /// Points above what judges give on average; a harsh judge's is negative.
        public let offset: Double
        public let standardError: Double
    }

    /// What the scores vary by, in squared points.
    public struct Variances: Hashable, Sendable {
        /// Of qualities, from entry to entry.
        public let quality: Double
        /// Of offsets, from judge to judge, less what their standard errors explain.
        public let judge: Double
        /// Of scores, about quality and offset.
        public let noise: Double
        /// The scores tell quality from noise. Where they do not, as when every entry has one score, half of
        /// the variance counts as either.
        public let areIdentified: Bool
    }

    /// The scores fall into parts that cannot be compared.
    public struct Disconnected: Error, Equatable, Sendable {
        public let parts: [JudgingGraph<Entry, Judge>.Part]
    }

    /// In order.
    public let entries: [EntryResult]
    /// In order.
    public let judges: [JudgeResult]
    public let variances: Variances
    /// The mean of the judges' levels: what an entry of average quality is expected to get.
    public let average: Double

    /// A judge scores an entry once; there is at least one score. Probabilities are of being among the best
    /// `top`.
    public init(
        _ scores: [GivenScore<Entry, Judge>], top: Int, draws: Int = 10_000, seed: UInt64
    ) throws(Disconnected) {
        precondition(top > 0 && draws > 0 && !scores.isEmpty, "nothing to calibrate")
        let graph = JudgingGraph(scores)
        guard graph.parts.count == 1 else { throw Disconnected(parts: graph.parts) }
        let (entries, judges) = (graph.parts[0].entries, graph.parts[0].judges)
        let entryPlaces = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1, $0) })
        let judgePlaces = Dictionary(uniqueKeysWithValues: judges.enumerated().map { ($1, $0) })
        let ordered = scores.map { (entryPlaces[$0.entry] ?? 0, judgePlaces[$0.judge] ?? 0, $0.score) }
            .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
        let model = ScoreModel(entries: entries.count, judges: judges.count, ordered)
        let estimate = ScoreEstimate(model)
        let shares = estimate.shares(top: top, draws: draws, seed: seed)
        let means = ScoreEstimate.means(ordered, count: entries.count)
        self.entries = entries.indices.map { entry in
            EntryResult(
                entry: entries[entry], reviews: model.reviews[entry], mean: means[entry],
                calibrated: estimate.average + estimate.qualities[entry],
                standardError: estimate.qualityErrors[entry], probabilityInTop: shares[entry])
        }
        self.judges = judges.indices.map { judge in
            JudgeResult(
                judge: judges[judge], reviews: model.judgeLoads[judge], offset: estimate.offsets[judge],
                standardError: estimate.offsetErrors[judge])
        }
        average = estimate.average
        variances = Variances(
            quality: estimate.quality, judge: estimate.judge, noise: estimate.noise,
            areIdentified: estimate.isIdentified)
    }
}
