/// Standard competition ranking (1, 2, 2, 4) by rounded score, then by declared tie-breaks; no hidden
/// choice is made.
public struct Ranking<Entry: Hashable & Comparable & Sendable>: Sendable {
    /// What decides between equal scores.
    public enum TieBreak: Hashable, Sendable {
        /// The higher exact mean under this criterion goes first; an entry without such a mean goes behind.
        case criterion(String)
        /// The earlier filing goes first.
        case earliest
    }

    /// One that is ranked, or not when it has no score.
    public struct Candidate: Sendable {
        public var entry: Entry
        public var score: ExactDecimal?
        public var criterionMeans: [String: Rational]
        public var filedMicroseconds: Int64

        public init(
            entry: Entry, score: ExactDecimal?, criterionMeans: [String: Rational], filedMicroseconds: Int64
        ) {
            self.entry = entry
            self.score = score
            self.criterionMeans = criterionMeans
            self.filedMicroseconds = filedMicroseconds
        }

        public init(entry: Entry, result: Tally.Result?, filedMicroseconds: Int64) {
            self.init(
                entry: entry, score: result?.rounded, criterionMeans: result?.criterionMeans ?? [:],
                filedMicroseconds: filedMicroseconds)
        }
    }

    /// What set a row apart from every other: the last rule that was needed.
    public enum Decision: Hashable, Sendable, CustomStringConvertible {
        case score
        case tieBreak(TieBreak)
        /// No rule decides: the rank is shared.
        case shared
        /// There is no score to rank by.
        case unranked

        /// "score", "criterion:NAME", "earliest", "shared" or "unranked".
        public var description: String {
            switch self {
            case .score: "score"
            case .tieBreak(.criterion(let name)): "criterion:\(name)"
            case .tieBreak(.earliest): "earliest"
            case .shared: "shared"
            case .unranked: "unranked"
            }
        }
    }

    /// One line of the ranking.
    public struct Row: Hashable, Sendable {
        public let entry: Entry
        /// From 1; nil without a score.
        public let rank: Int?
        public let score: ExactDecimal?
        public let decidedBy: Decision
    }

    /// Best first; entries that share a rank, and those without a score at the end, in order of their ids.
    public let rows: [Row]

    /// The entries must differ; their order does not matter.
    public init(_ candidates: [Candidate], ties: [TieBreak]) {
        precondition(Set(candidates.map(\.entry)).count == candidates.count, "an entry is ranked once")
        let comparison = Comparison(ties: ties)
        let ranked = candidates.filter { $0.score != nil }.sorted { comparison.places($0, before: $1) }
        var rows: [Row] = []
        for (index, candidate) in ranked.enumerated() {
            let above = index > 0 ? comparison.decision(between: ranked[index - 1], and: candidate) : .score
            let below =
                index + 1 < ranked.count
                ? comparison.decision(between: candidate, and: ranked[index + 1]) : .score
            let rank = above == .shared ? rows.last?.rank : index + 1
            rows.append(
                Row(
                    entry: candidate.entry, rank: rank, score: candidate.score,
                    decidedBy: comparison.later(above, below)))
        }
        let unranked = candidates.filter { $0.score == nil }.map(\.entry).sorted()
        self.rows = rows + unranked.map { Row(entry: $0, rank: nil, score: nil, decidedBy: .unranked) }
    }
}
