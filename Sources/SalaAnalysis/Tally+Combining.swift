extension Tally {
    /// How the scores of several reviews become one.
    public enum Rule: Hashable, Sendable {
        case mean, median
        /// The mean without so many of the highest and as many of the lowest scores; where that leaves none,
        /// their plain mean.
        case trimmedMean(dropping: Int)

        /// How many of so many scores are left out at each end.
        public func dropped(of count: Int) -> Int {
            guard case .trimmedMean(let dropped) = self, count > 2 * dropped else { return 0 }
            return dropped
        }

        /// The scores, in order, whose plain mean is the combined score.
        public func averaged<Value>(sorted scores: [Value]) -> ArraySlice<Value> {
            guard !scores.isEmpty else { return [] }
            if self == .median { return scores[(scores.count - 1) / 2...scores.count / 2] }
            let dropped = dropped(of: scores.count)
            return scores[dropped..<scores.count - dropped]
        }

        /// The combined score and how many of the scores it rests on; nil of none.
        public func combine(_ scores: [Rational]) -> (score: Rational, used: Int)? {
            combine(sorted: scores.sorted())
        }

        func combine(sorted scores: [Rational]) -> (score: Rational, used: Int)? {
            Rational.mean(of: averaged(sorted: scores)).map {
                ($0, scores.count - 2 * dropped(of: scores.count))
            }
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
