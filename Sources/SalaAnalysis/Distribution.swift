/// A histogram of scores with a cut line, for a chart.
public struct Distribution: Hashable, Sendable {
    /// The scores from `lower` up to, not including, `upper`; the last bin includes it.
    public struct Bin: Hashable, Sendable {
        public let lower: Rational
        public let upper: Rational
        public let count: Int
        /// How many of them are at the cut or above; none without a cut.
        public let countAtOrAboveCut: Int
    }

    /// Ascending and of equal width.
    public let bins: [Bin]
    public let cut: Rational?
    /// Where the cut line stands: 0 at the left edge, 1 at the right edge; nil without a cut or outside the
    /// edges.
    public let cutPosition: Rational?
    /// Scores that lie in no bin.
    public let outside: Int

    /// The range may not be a single point, and there is at least one bin.
    public init(
        _ scores: [Rational], bins count: Int, in range: ClosedRange<Rational> = 0...100, cut: Rational? = nil
    ) {
        precondition(count > 0 && range.lowerBound < range.upperBound, "a histogram needs a width and a bin")
        let width = (range.upperBound - range.lowerBound) / Rational(count)
        var counts = Array(repeating: 0, count: count)
        var above = counts
        for score in scores where range.contains(score) {
            let steps = (score - range.lowerBound) / width
            let index = min(count - 1, steps.numerator / steps.denominator)
            counts[index] += 1
            if let cut, score >= cut { above[index] += 1 }
        }
        bins = (0..<count).map { index in
            let lower = range.lowerBound + width * Rational(index)
            return Bin(
                lower: lower, upper: lower + width, count: counts[index], countAtOrAboveCut: above[index])
        }
        outside = scores.count - counts.reduce(0, +)
        self.cut = cut
        cutPosition = cut.flatMap { cut in
            guard range.contains(cut) else { return nil }
            return (cut - range.lowerBound) / (range.upperBound - range.lowerBound)
        }
    }
}
