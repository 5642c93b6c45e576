/// What a score model's best fit says of entries and judges.
struct ScoreEstimate {
    /// By entry: quality less the average, and its standard error together with the average's.
    private(set) var qualities: [Double]
    private(set) var qualityErrors: [Double]
    /// By judge.
    private(set) var offsets: [Double]
    private(set) var offsetErrors: [Double]
    /// The mean of the judges' levels.
    let average: Double
    private(set) var quality = 0.0
    private(set) var noise = 0.0
    private(set) var judge = 0.0
    let isIdentified: Bool

    private let model: ScoreModel
    private let fit: ScoreFit?

    init(_ model: ScoreModel) {
        self.model = model
        let best = ScoreFit.best(model)
        fit = best?.fit
        // Where nothing varies there is nothing to tell apart.
        isIdentified = best?.isIdentified ?? (model.freedom > 0)
        let levels = model.means.indices.map { model.means[$0] + (best?.fit.levels[$0] ?? 0) }
        let average = levels.reduce(0, +) / Double(levels.count)
        self.average = average
        offsets = levels.map { $0 - average }
        qualities = Array(repeating: 0, count: model.entryCount)
        qualityErrors = qualities
        offsetErrors = Array(repeating: 0, count: model.judgeCount)
        if let fit { estimate(fit) }
        let count = Double(max(1, model.judgeCount - 1))
        let spread = offsets.reduce(0) { $0 + $1 * $1 } / count
        let errors = offsetErrors.reduce(0) { $0 + $1 * $1 } / Double(max(1, model.judgeCount))
        judge = max(0, spread - errors)
    }

    private mutating func estimate(_ fit: ScoreFit) {
        noise = fit.residual / Double(model.freedom)
        quality = noise * fit.ratio
        let count = model.judgeCount
        let inverse = fit.factor.inverse
        let rows = (0..<count).map { row in inverse[(row * count)..<(row * count + count)].reduce(0, +) }
        let whole = rows.reduce(0, +) / Double(count * count)
        for entry in 0..<model.entryCount {
            let panel = model.panels[entry]
            let weight = fit.weight(reviews: model.reviews[entry])
            qualities[entry] = weight * panel.reduce(model.sums[entry]) { $0 - fit.levels[$1] }
            // The variance of the average level less the weighted levels of the panel.
            var variance = weight + whole
            for judge in panel {
                variance -= 2 * weight * rows[judge] / Double(count)
                for other in panel { variance += weight * weight * inverse[judge * count + other] }
            }
            qualityErrors[entry] = max(0, noise * variance).squareRoot()
        }
        for judge in 0..<count {
            let variance = inverse[judge * count + judge] - 2 * rows[judge] / Double(count) + whole
            offsetErrors[judge] = max(0, noise * variance).squareRoot()
        }
    }

    /// By entry: the probability to be among the best; where nothing tells entries apart, the same for all.
    func shares(top: Int, draws: Int, seed: UInt64) -> [Double] {
        guard let fit, fit.ratio > 0 else {
            let share = Double(min(top, model.entryCount)) / Double(model.entryCount)
            return Array(repeating: share, count: model.entryCount)
        }
        return TopSimulation(model, fit, noise: noise).shares(top: top, draws: draws, seed: seed)
    }

    /// By entry, exact but for the division.
    static func means(_ scores: [(entry: Int, judge: Int, score: ExactDecimal)], count: Int) -> [Double] {
        let places = scores.map(\.score.places).max() ?? 0
        var totals = Array(repeating: Int128(0), count: count)
        var reviews = Array(repeating: 0, count: count)
        for score in scores {
            totals[score.entry] += score.score.units(ofPlaces: places)
            reviews[score.entry] += 1
        }
        let unit = Double(ExactDecimal.power(of: places))
        return totals.indices.map { Double(totals[$0]) / (Double(reviews[$0]) * unit) }
    }
}
