import Crypto
import Foundation
import SalaAnalysis
import SalaDatabase
public import SalaEngine

/// How the result of a round came about, once it is released, as anybody may know it: every score, and nobody
/// who gave one; every entry, and nothing of those that are not public but their numbers.
public struct PublishedResult: Sendable {
    /// One entry with the scores it was given.
    public struct Entry: Sendable {
        public var rank: Int?
        public var number: String
        /// Nil for what is not public.
        public var title: String?
        /// In per cent, as it was ranked by; nil without a review.
        public var score: String?
        /// What set it apart: `score`, `criterion:NAME`, `earliest`, `shared` or `unranked`.
        public var decidedBy: String
        /// In per cent, by the number of the judge.
        public var scores: [Int: String]
        /// Highest less lowest, and the standard deviation of the scores (the sample's, with one less);
        /// nil with fewer than two.
        public var range: String?
        public var deviation: String?
        /// It got a place.
        public var isSelected: Bool
    }

    public var view: CallView
    public var round: Round
    public var places: Int
    /// Best first.
    public var entries: [Entry]
    /// How many judges gave a score; they are numbered from 1.
    public var judges: Int
    public var reviews: Int
    public var chart: ScoreChart?
    /// Over all entries: the mean range and the standard deviation of all scores around their entry's mean.
    public var range: String?
    public var deviation: String?

    /// What the scores were reckoned by.
    public var rule: TallyRule { view.call.rule(of: round) }
}

extension Store {
    /// The released result of a round; anything else is not found.
    public func publishedResult(
        _ handle: String, round name: String
    ) async throws -> PublishedResult {
        try await database.read { connection in
            let view = try callView(handle, for: nil, in: connection)
            guard let round = view.programme.round(name),
                try releasedRounds(view, connection).contains(where: { $0.name == name })
            else { throw Refusal.notFound }
            let ranking = try reckonedRanking(view, name, connection)
            let rows = try connection.rows(
                "select number, title from public_entry where call_id = \(view.call.id)")
            let titles: [String: String] = try Dictionary(
                rows.map { (try $0.get("number"), try $0.get("title")) }
            ) { first, _ in first }
            return PublishedResult(ranking, round, titles)
        }
    }

    /// The rounds of a call whose results anybody may know.
    public func releasedRounds(of handle: String) async throws -> [Round] {
        try await database.read { connection in
            try releasedRounds(try callView(handle, for: nil, in: connection), connection)
        }
    }

    private func releasedRounds(_ view: CallView, _ connection: Connection) throws -> [Round] {
        guard view.call.isConcluded else { return [] }
        return try view.programme.rounds.filter { round in
            let closing = try connection.closing(of: round, in: view.programme, under: view.call.id)
            return closing == .released
        }
    }
}

extension PublishedResult {
    fileprivate init(_ ranking: RoundRanking, _ round: Round, _ titles: [String: String]) {
        let numbers = PublishedResult.numbers(of: ranking)
        let released = ranking.view.programme.workflow.action(round.selection.selected)
        var spreads: [Double] = []
        var ranges: [Rational] = []
        let entries = ranking.entries.map { entry -> Entry in
            let scores = entry.reviews.map { ($0.judge, $0.score) }
            let values = scores.map(\.1)
            let mean = values.isEmpty ? 0 : values.map(\.approximation).reduce(0, +) / Double(values.count)
            let squares = values.map { ($0.approximation - mean) * ($0.approximation - mean) }
            let hasSpread = values.count > 1
            if hasSpread {
                spreads.append(squares.reduce(0, +) / Double(values.count - 1))
            }
            let range = values.max().flatMap { highest in values.min().map { highest - $0 } }
            if hasSpread, let range { ranges.append(range) }
            let number = entry.submission.number ?? ""
            return Entry(
                rank: entry.rank, number: number, title: titles[number], score: entry.score,
                decidedBy: entry.decidedBy,
                scores: Dictionary(
                    scores.compactMap { judge, score in numbers[judge].map { ($0, score.plain) } }
                ) { first, _ in first },
                range: hasSpread ? range?.plain : nil,
                deviation: hasSpread
                    ? PublishedResult.text((squares.reduce(0, +) / Double(values.count - 1)).squareRoot())
                    : nil,
                isSelected: released.map { action in
                    action.to == entry.submission.stage
                        || ranking.view.programme.workflow.stages(
                            beyond: ranking.view.programme.workflow.actions(from: action.to).map(\.name)
                        ).contains(entry.submission.stage)
                } ?? false)
        }
        self.init(
            view: ranking.view, round: round, places: ranking.places, entries: entries,
            judges: numbers.count, reviews: ranking.entries.map(\.reviews.count).reduce(0, +),
            chart: ranking.chart,
            range: ranges.isEmpty
                ? nil
                : PublishedResult.text(
                    ranges.map(\.approximation).reduce(0, +) / Double(ranges.count)),
            deviation: spreads.isEmpty
                ? nil : PublishedResult.text((spreads.reduce(0, +) / Double(spreads.count)).squareRoot()))
    }

    /// A number for each judge, in an order that follows from a hash and tells nothing of who it is.
    private static func numbers(of ranking: RoundRanking) -> [PersonID: Int] {
        let judges = Set(ranking.entries.flatMap(\.reviews).map(\.judge))
        func key(_ judge: PersonID) -> String {
            let words = "\(ranking.view.call.id) \(ranking.round.name) \(judge)"
            return Hexadecimal.text(SHA256.hash(data: Data(words.utf8)))
        }
        let ordered = judges.map { (key($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
        return Dictionary(uniqueKeysWithValues: ordered.enumerated().map { ($1, $0 + 1) })
    }

    private static func text(_ value: Double) -> String {
        String(format: "%.2f", value)
    }
}

extension Rational {
    /// With as many digits as it takes, nine at most.
    fileprivate var plain: String {
        var text = rounded(places: 9).description
        guard text.contains(".") else { return text }
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return text
    }
}
