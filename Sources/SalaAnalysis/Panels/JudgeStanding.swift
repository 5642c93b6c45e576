/// The scores of one judge together: what one of them is measured against.
public struct JudgeStanding: Hashable, Sendable {
    public let count: Int
    public let mean: Double
    /// The standard deviation, dividing by the number of scores.
    public let deviation: Double

    /// Nil of no scores.
    public init?(_ scores: [ExactDecimal]) {
        guard !scores.isEmpty else { return nil }
        let values = scores.map(\.rational.approximation)
        let mean = values.reduce(0, +) / Double(values.count)
        count = values.count
        self.mean = mean
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        deviation = Set(scores).count == 1 ? 0 : (squares / Double(values.count)).squareRoot()
    }

    /// How many deviations above the mean; zero from a judge who gave all the same.
    public func standing(of score: ExactDecimal) -> Double {
        deviation > 0 ? (score.rational.approximation - mean) / deviation : 0
    }
}

/// How one entry stands against another with the judges who scored both.
public struct Duel<Entry: Hashable & Comparable & Sendable>: Hashable, Sendable {
    public let opponent: Entry
    /// Judges who prefer the entry, who prefer the opponent, and who gave both the same.
    public var wins: Int
    public var losses: Int
    public var ties: Int

    /// Half points of the entry: two for a duel won, one for a tie.
    public var halves: Int { wins > losses ? 2 : wins == losses ? 1 : 0 }

    /// Every duel of one entry, in order of the opponents.
    public static func all<Judge>(of entry: Entry, in scores: [GivenScore<Entry, Judge>]) -> [Duel] {
        let own = Dictionary(
            scores.filter { $0.entry == entry }.map { ($0.judge, $0.score) }, uniquingKeysWith: { $1 })
        var duels: [Entry: Duel] = [:]
        for score in scores where score.entry != entry {
            guard let mine = own[score.judge] else { continue }
            var duel = duels[score.entry] ?? Duel(opponent: score.entry, wins: 0, losses: 0, ties: 0)
            if mine > score.score {
                duel.wins += 1
            } else if mine < score.score {
                duel.losses += 1
            } else {
                duel.ties += 1
            }
            duels[score.entry] = duel
        }
        return duels.values.sorted { $0.opponent < $1.opponent }
    }
}
