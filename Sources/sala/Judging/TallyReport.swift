import SalaAnalysis

/// What `sala tally` says.
struct TallyReport: Encodable {
    struct Entry: Encodable {
        var entry: String
        /// With all declared digits; null without a score.
        var score: String?
        var rank: Int?
        var reviews: Int
        var decidedBy: String

        enum CodingKeys: CodingKey { case entry, score, rank, reviews, decidedBy }

        /// What is absent is said to be null.
        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(entry, forKey: .entry)
            try container.encode(score, forKey: .score)
            try container.encode(rank, forKey: .rank)
            try container.encode(reviews, forKey: .reviews)
            try container.encode(decidedBy, forKey: .decidedBy)
        }
    }

    var entries: [Entry]
    /// The preferences alone had no likeliest strengths.
    var regularised: Bool

    init(_ tally: PanelTally<String, String>) {
        regularised = tally.isRegularised
        entries = tally.rows.map { row in
            Entry(
                entry: row.entry, score: row.score?.description, rank: row.rank, reviews: row.reviews,
                decidedBy: row.decidedBy)
        }
    }

    var lines: [[String]] {
        [["entry", "score", "rank"]]
            + entries.map { [$0.entry, $0.score ?? "", $0.rank.map(String.init) ?? ""] }
    }

    var text: String {
        JudgingOutput.table(
            [["rank", "score", "entry", "reviews", "decided by"]]
                + entries.map {
                    [
                        $0.rank.map(String.init) ?? "–", $0.score ?? "–", $0.entry, String($0.reviews),
                        $0.decidedBy,
                    ]
                }, numbers: [0, 1, 3])
    }
}
