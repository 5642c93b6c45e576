public import SalaAnalysis
import SalaEngine

/// How the scores of a ranking are spread, with the line that cuts them, in plain numbers for a drawing.
public struct ScoreChart: Equatable, Sendable {
    /// The scores from `lower` up to, not including, `upper`; the last bin includes it.
    public struct Bin: Equatable, Sendable {
        public var lower: Rational
        public var upper: Rational
        public var count: Int
        /// How many of them do not reach the cut; none without one.
        public var countBelowCut: Int

        /// As people read the edges.
        public var edges: (lower: String, upper: String) { (lower.text, upper.text) }
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
    ///
    /// - Parameter isPercent: scores that are no percentages have bars of one, two or five units of any
    ///   power of ten.
    init?(_ scores: [ExactDecimal], cut: ExactDecimal?, isPercent: Bool = true) {
        guard let lowest = scores.min(), let highest = scores.max() else { return nil }
        let (range, count) =
            isPercent
            ? ScoreChart.percents(lowest.rational, highest.rational)
            : ScoreChart.units(lowest.rational, highest.rational)
        let distribution = Distribution(
            scores.map(\.rational), bins: count, in: range, cut: cut?.rational)
        bins = distribution.bins.map { bin in
            Bin(
                lower: bin.lower, upper: bin.upper, count: bin.count,
                countBelowCut: cut == nil ? 0 : bin.count - bin.countAtOrAboveCut)
        }
        self.cut = distribution.cutPosition.flatMap { position in
            cut.map { Cut(score: $0.description, position: position.approximation) }
        }
    }

    private static func percents(_ lowest: Rational, _ highest: Rational) -> (ClosedRange<Rational>, Int) {
        let lower = 10 * whole(below: lowest / 10)
        let upper = max(lower + 10, 100 - 10 * whole(below: (100 - highest) / 10))
        let fives = (upper - lower) / 5
        return (Rational(lower)...Rational(upper), fives > most ? fives / 2 : fives)
    }

    /// Steps such that no more bars than can be told apart hold all scores.
    private static func units(_ lowest: Rational, _ highest: Rational) -> (ClosedRange<Rational>, Int) {
        var step = Rational(1, over: 100)
        for turn in 0... {
            let first = whole(below: lowest / step)
            let last = max(first + 1, -whole(below: 0 - highest / step))
            if last - first <= most { return (step * Rational(first)...step * Rational(last), last - first) }
            // 1, 2, 5, 10, 20, 50 ...
            step = turn % 3 == 1 ? step * Rational(5, over: 2) : step * 2
        }
        preconditionFailure("steps grow without end")
    }

    /// The greatest whole number that is not above it.
    private static func whole(below value: Rational) -> Int {
        let whole = value.numerator / value.denominator
        return value < Rational(whole) ? whole - 1 : whole
    }
}

extension RankedEntry {
    /// In per cent as it is printed and ranked; nil without a given review.
    public var score: String? { value?.description }
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
        return ScoreChart(
            entries.filter { !$0.isOwn }.compactMap(\.value), cut: last?.isOwn == true ? nil : last?.value,
            isPercent: rule.kind.isPercent)
    }

    /// The stages in which the round's decisions are still to be taken.
    public var stages: Set<String> {
        Set(view.programme.workflow.stages(of: round.name))
    }
}
