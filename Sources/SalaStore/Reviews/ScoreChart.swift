import SalaAnalysis
import SalaEngine

/// How the scores of a ranking are spread, with the line that cuts them, in plain numbers for a drawing.
public struct ScoreChart: Equatable, Sendable {
    /// The scores from `lower` up to, not including, `upper`; the last bin includes it. In per cent.
    public struct Bin: Equatable, Sendable {
        public var lower: Int
        public var upper: Int
        public var count: Int
        /// How many of them do not reach the cut; none without one.
        public var countBelowCut: Int
    }

    /// Where the places end.
    public struct Cut: Equatable, Sendable {
        /// The last selected score, as it is printed.
        public var score: String
        /// 0 at the left edge of the drawing, 1 at the right one.
        public var position: Double
    }

    public var bins: [Bin]
    public var cut: Cut?
    /// More bars than this cannot be told apart on a phone.
    private static let most = 12

    /// Nil without scores. The drawing reaches from the ten below the lowest score to the ten above the
    /// highest, in bars of five points, or of ten where there would be too many.
    init?(_ scores: [ExactDecimal], cut: ExactDecimal?) {
        guard let lowest = scores.min(), let highest = scores.max() else { return nil }
        let lower = ScoreChart.ten(below: lowest.rational)
        let upper = max(lower + 10, 100 - ScoreChart.ten(below: 100 - highest.rational))
        let fives = (upper - lower) / 5
        let distribution = Distribution(
            scores.map(\.rational), bins: fives > ScoreChart.most ? fives / 2 : fives,
            in: Rational(lower)...Rational(upper), cut: cut?.rational)
        bins = distribution.bins.map { bin in
            Bin(
                lower: bin.lower.numerator, upper: bin.upper.numerator, count: bin.count,
                countBelowCut: cut == nil ? 0 : bin.count - bin.countAtOrAboveCut)
        }
        self.cut = distribution.cutPosition.flatMap { position in
            cut.map { Cut(score: $0.description, position: position.approximation) }
        }
    }

    private static func ten(below score: Rational) -> Int {
        let tens = score / 10
        let whole = tens.numerator / tens.denominator
        return 10 * (tens < Rational(whole) ? whole - 1 : whole)
    }
}

extension RankedEntry {
    /// In per cent as it is printed and ranked; nil without a given review.
    public var score: String? { result?.rounded.description }
    /// How many given reviews the score rests on.
    public var reviewsUsed: Int { result?.reviewsUsed ?? 0 }
    /// Highest less lowest score of one review, in points of per cent.
    public var spread: String? { result?.spread.text }
}

extension RoundRanking {
    /// The spread of the scores that the person may see, without a cut where it would tell one that the
    /// person may not; nil while there are none.
    public var chart: ScoreChart? {
        let ranked = entries.filter { $0.rank != nil }
        let last = ranked.count > places && places > 0 ? ranked[places - 1] : nil
        return ScoreChart(entries.compactMap(\.result?.rounded), cut: last?.result?.rounded)
    }

    /// The stages in which the round's decisions are still to be taken.
    public var stages: Set<String> {
        Set(view.programme.workflow.stages(of: round.name))
    }
}
