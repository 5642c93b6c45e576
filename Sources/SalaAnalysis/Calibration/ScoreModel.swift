import Foundation

/// Scores as quality + judge's level + noise, over entries and judges by their places: quality is normal
/// with one variance, noise with another, and every judge's level is a fixed effect. All is reckoned from
/// the scores less their judge's mean, which are exact before they become doubles: a constant added to all
/// scores of a judge changes not a bit of them.
struct ScoreModel {
    struct Score {
        let entry: Int
        let judge: Int
        /// Less the judge's mean.
        let deviation: Double
    }

    let entryCount: Int
    let judgeCount: Int
    let scores: [Score]
    /// By judge.
    let means: [Double]
    /// By judge: how many scores.
    let judgeLoads: [Int]
    /// By entry: how many scores, and the sum of their deviations.
    let reviews: [Int]
    let sums: [Double]
    /// By entry: its judges.
    let panels: [[Int]]
    let squares: Double

    init(entries: Int, judges: Int, _ given: [(entry: Int, judge: Int, score: ExactDecimal)]) {
        entryCount = entries
        judgeCount = judges
        let places = given.map(\.score.places).max() ?? 0
        let unit = Double(ExactDecimal.power(of: places))
        let units = given.map { $0.score.units(ofPlaces: places) }
        var totals = Array(repeating: Int128(0), count: judges)
        var loads = Array(repeating: 0, count: judges)
        for (score, value) in zip(given, units) {
            totals[score.judge] += value
            loads[score.judge] += 1
        }
        scores = zip(given, units).map { score, value in
            let load = Int128(loads[score.judge])
            let deviation = Double(value * load - totals[score.judge]) / (Double(load) * unit)
            return Score(entry: score.entry, judge: score.judge, deviation: deviation)
        }
        means = totals.indices.map { Double(totals[$0]) / (Double(loads[$0]) * unit) }
        judgeLoads = loads
        var reviews = Array(repeating: 0, count: entries)
        var sums = Array(repeating: 0.0, count: entries)
        var panels: [[Int]] = Array(repeating: [], count: entries)
        for score in scores {
            reviews[score.entry] += 1
            sums[score.entry] += score.deviation
            panels[score.entry].append(score.judge)
        }
        self.reviews = reviews
        self.sums = sums
        self.panels = panels
        squares = scores.reduce(0) { $0 + $1.deviation * $1.deviation }
    }

    /// Scores beyond what the judges' levels take up.
    var freedom: Int { scores.count - judgeCount }
}
