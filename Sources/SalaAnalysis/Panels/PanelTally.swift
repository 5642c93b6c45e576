/// One value for each entry of a panel's scores, exactly, with one rounding at the end, and the ranks that
/// follow from it: equal values share a rank and the next is as far behind as there are (1, 2, 2, 4), unless
/// a tie-break tells them apart.
public struct PanelTally<Entry, Judge>: Sendable
where Entry: Hashable & Comparable & Sendable, Judge: Hashable & Comparable & Sendable {
    /// What decides between equal values, in the order it is declared.
    public enum TieBreak: String, CaseIterable, Sendable {
        /// The higher plain mean, median, highest or lowest score goes first.
        case mean, median, highest, lowest
        /// The lesser difference between highest and lowest goes first.
        case spread
        /// More scores go first.
        case reviews
    }

    /// What is to be done with the scores.
    public struct Rules: Sendable {
        public var rule: PanelRule
        /// Digits after the point, 0 to 9.
        public var places: Int
        public var rounding: Rounding
        public var ties: [TieBreak]
        /// Values are ranked as they are before they are rounded; otherwise as they are printed.
        public var ranksExactly: Bool

        public init(
            _ rule: PanelRule, places: Int = 2, rounding: Rounding = .halfUp, ties: [TieBreak] = [],
            ranksExactly: Bool = false
        ) {
            self.rule = rule
            self.places = places
            self.rounding = rounding
            self.ties = ties
            self.ranksExactly = ranksExactly
        }
    }

    /// One entry's value and rank.
    public struct Row: Hashable, Sendable {
        public let entry: Entry
        /// Nil without a score.
        public let score: ExactDecimal?
        /// Nil without a score.
        public let rank: Int?
        /// How many scores it has.
        public let reviews: Int
        /// What set it apart: `score`, a tie-break's name, `shared` or `unranked`.
        public let decidedBy: String
    }

    /// Best first; those that share a rank, and those without a score at the end, in order of their ids.
    public let rows: [Row]
    /// The preferences had no likeliest strengths, and were given a draw each against an entry not shown.
    public let isRegularised: Bool
    /// An iterative rule came to its end.
    public let isConverged: Bool

    public init(_ scores: PanelScores<Entry, Judge>, _ rules: Rules) {
        let outcome = PanelOutcome(scores, rules.rule)
        isRegularised = outcome.isRegularised
        isConverged = outcome.isConverged
        let rounded = outcome.values.map { $0?.rounded(places: rules.places, rules.rounding) }
        let orders = rules.ranksExactly ? PanelTally.places(outcome.values) : rounded
        let measures = rules.ties.map { PanelTally.places(scores.measured(by: $0)) }
        let candidates = scores.entries.indices.map { entry in
            Ranking<Int>.Candidate(
                entry: entry, score: orders[entry],
                criterionMeans: Dictionary(
                    uniqueKeysWithValues: zip(rules.ties, measures).compactMap { tie, measure in
                        measure[entry].map { (tie.rawValue, $0.rational) }
                    }), filedMicroseconds: 0)
        }
        let ranking = Ranking(candidates, ties: rules.ties.map { .criterion($0.rawValue) })
        rows = ranking.rows.map { row in
            Row(
                entry: scores.entries[row.entry], score: rounded[row.entry], rank: row.rank,
                reviews: scores.cells[row.entry].count,
                decidedBy: row.decidedBy.description.replacing("criterion:", with: ""))
        }
    }

    /// Values by their places in order, the lowest 0: what is ranked by needs no more.
    private static func places(_ values: [PanelValue?]) -> [ExactDecimal?] {
        let order = Set(values.compactMap { $0 }).sorted()
        let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
        return values.map { $0.flatMap { places[$0] }.map { ExactDecimal(units: $0, places: 0) } }
    }
}
