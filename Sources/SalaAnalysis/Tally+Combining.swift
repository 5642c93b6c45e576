extension Tally {
    /// How the scores of several reviews become one.
    public enum Rule: String, CaseIterable, Sendable {
        case mean, median
        /// The mean without one highest and one lowest score; of fewer than three scores, their plain mean.
        case trimmedMean = "trimmed-mean"

        /// The combined score and how many of the scores it rests on; nil of none.
        public func combine(_ scores: [Rational]) -> (score: Rational, used: Int)? {
            combine(sorted: scores.sorted())
        }

        func combine(sorted scores: [Rational]) -> (score: Rational, used: Int)? {
            let kept = self == .trimmedMean && scores.count >= 3 ? scores[1..<scores.count - 1] : scores[...]
            let score = self == .median ? Rational.median(of: kept) : Rational.mean(of: kept)
            return score.map { ($0, kept.count) }
        }
    }

    /// What the reviews of one entry amount to.
    public struct Result: Hashable, Sendable {
        /// In per cent, before rounding.
        public let score: Rational
        /// In per cent, as it is printed and ranked.
        public let rounded: ExactDecimal
        /// How many reviews were given.
        public let reviews: Int
        /// How many of them the score rests on: a trimmed mean leaves two out.
        public let reviewsUsed: Int
        /// The mean level under each criterion, over all reviews whatever the rule.
        public let criterionMeans: [String: Rational]
        /// The lowest score of one review, in per cent.
        public let minimum: Rational
        /// The highest score of one review, in per cent.
        public let maximum: Rational

        /// Highest less lowest, in points of per cent: how far the judges disagree.
        public var spread: Rational { maximum - minimum }
    }
}
