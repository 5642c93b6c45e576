import SalaAnalysis
import SalaDatabase
public import SalaEngine

/// Entries and judges of a round that hang together by reviews, and with no others.
public struct RoundPart: Sendable {
    /// Those that the person may see; by number.
    public var entries: [SubmissionRow]
    /// All that there are.
    public var count: Int
    /// Their names.
    public var judges: [String]
}

/// One review that would help to connect the parts of a round.
public struct RoundBridge: Sendable {
    public var entry: SubmissionRow
    public var judge: String
}

extension RoundRanking {
    /// The parts that the rule cannot compare; empty where it can.
    public var parts: [RoundPart] {
        guard let comparison, comparison.isRefused else { return [] }
        let rows = Dictionary(uniqueKeysWithValues: entries.map { ($0.submission.id, $0) })
        let names = judgeNames
        return comparison.parts.map { part in
            RoundPart(
                entries: part.entries.compactMap { rows[$0] }.filter { !$0.isOwn }.map(\.submission)
                    .sorted { ($0.number ?? "") < ($1.number ?? "") },
                count: part.entries.count, judges: part.judges.compactMap { names[$0] }.sorted())
        }
    }

    /// Everybody who gave a review of what is ranked.
    var judgeNames: [PersonID: String] {
        Dictionary(given.values.flatMap { $0.map { ($0.judge, $0.name) } }) { first, _ in first }
    }

    /// Why the rule ranks nothing; nil where it ranks.
    public var refusal: Refusal? {
        guard let comparison, comparison.isRefused else { return nil }
        return .roundUnconnected(parts: comparison.parts.count)
    }
}

extension Store {
    /// More parts than these are told by their number alone.
    private static let mostParts = 40

    /// The fewest reviews that would connect the parts of a round that its rule cannot compare, and whether
    /// they are enough; for those who may read the ranking.
    public func bridges(
        of ranking: RoundRanking
    ) async throws -> (pairs: [RoundBridge], reachesAll: Bool) {
        guard let comparison = ranking.comparison, comparison.isRefused,
            comparison.parts.count <= Store.mostParts
        else { return ([], false) }
        return try await database.read { connection in
            let view = ranking.view
            guard view.actor.may(.readReviews, in: view.programme), Scope(view).seesFilings else {
                throw Refusal.notAllowed
            }
            let basis = try reckonedBasis(view, ranking.round, connection)
            let loads = Dictionary(uniqueKeysWithValues: basis.judges.map { ($0.person, $0.open + $0.given) })
            let bridges = PartBridges(
                comparison.parts, entries: Set(basis.entries.keys), loads: loads,
                conflicts: basis.problem.conflicts)
            let rows = Dictionary(
                uniqueKeysWithValues: ranking.entries.map { ($0.submission.id, $0.submission) })
            let names = Dictionary(uniqueKeysWithValues: basis.judges.map { ($0.person, $0.name) })
            let pairs = bridges.pairs.compactMap { pair -> RoundBridge? in
                guard let entry = rows[pair.entry], let judge = names[pair.judge] else { return nil }
                return RoundBridge(entry: entry, judge: judge)
            }
            return (pairs, bridges.unreached == 0)
        }
    }
}
