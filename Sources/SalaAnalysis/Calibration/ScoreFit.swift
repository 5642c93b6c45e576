import Foundation

/// The generalised least squares fit of a score model at a given ratio of the quality's variance to the
/// noise's (Henderson's mixed model equations with the entries eliminated: the Schur complement on the
/// judges).
struct ScoreFit {
    /// The quality's variance over the noise's.
    let ratio: Double
    let factor: CholeskyFactor
    /// By judge: the level less the mean of the judge's scores.
    let levels: [Double]
    /// The weighted sum of squares that the fit leaves.
    let residual: Double
    /// Minus twice the restricted log-likelihood at its best noise variance, but for a constant (Patterson
    /// and Thompson, doi 10.1093/biomet/58.3.545).
    let criterion: Double

    /// Nil when the judges' levels cannot be told apart at this ratio.
    init?(_ model: ScoreModel, ratio: Double) {
        self.ratio = ratio
        let count = model.judgeCount
        var matrix = Array(repeating: 0.0, count: count * count)
        var vector = Array(repeating: 0.0, count: count)
        var residual = model.squares
        var logarithm = 0.0
        for judge in 0..<count { matrix[judge * count + judge] = Double(model.judgeLoads[judge]) }
        for entry in 0..<model.entryCount {
            let weight = ScoreFit.weight(ratio, reviews: model.reviews[entry])
            logarithm += log(1 + ratio * Double(model.reviews[entry]))
            residual -= weight * model.sums[entry] * model.sums[entry]
            for judge in model.panels[entry] {
                vector[judge] -= weight * model.sums[entry]
                for other in model.panels[entry] { matrix[judge * count + other] -= weight }
            }
        }
        guard let factor = CholeskyFactor(matrix, count: count) else { return nil }
        self.factor = factor
        levels = factor.solve(vector)
        for judge in 0..<count { residual -= vector[judge] * levels[judge] }
        // Where nothing is left but rounding, that is all there is.
        self.residual = max(residual, model.squares * 1e-13)
        criterion = Double(model.freedom) * log(self.residual) + logarithm + factor.logarithmOfDeterminant
    }

    /// How much of the sum of an entry's residuals is quality, for one with so many reviews.
    func weight(reviews: Int) -> Double { ScoreFit.weight(ratio, reviews: reviews) }

    private static func weight(_ ratio: Double, reviews: Int) -> Double {
        ratio / (1 + ratio * Double(reviews))
    }
}

extension ScoreFit {
    /// The fit whose ratio makes the restricted likelihood greatest, and whether the scores tell the two
    /// variances apart at all; where they do not, half of the variance counts as quality. Nil where nothing
    /// varies.
    static func best(_ model: ScoreModel) -> (fit: ScoreFit, isIdentified: Bool)? {
        guard model.freedom > 0, model.squares > 0, let none = ScoreFit(model, ratio: 0) else { return nil }
        let grid = (-14...18).compactMap { ScoreFit(model, ratio: exp(Double($0))) }
        let all = [none] + grid
        let best = all.min { $0.criterion < $1.criterion } ?? none
        let worst = all.map(\.criterion).max() ?? best.criterion
        if worst - best.criterion < 1e-7 * Double(model.scores.count) {
            return ScoreFit(model, ratio: 1).map { ($0, false) }
        }
        guard best.ratio > 0 else { return (best, true) }
        return (narrowed(model, around: best), true)
    }

    /// By golden sections of the ratio's logarithm between the grid's neighbours.
    private static func narrowed(_ model: ScoreModel, around start: ScoreFit) -> ScoreFit {
        let golden = (5.0.squareRoot() - 1) / 2
        var best = start
        var (low, high) = (log(start.ratio) - 1, log(start.ratio) + 1)
        var fits: (ScoreFit?, ScoreFit?) = (nil, nil)
        for _ in 0..<40 {
            let inner = (high - golden * (high - low), low + golden * (high - low))
            guard let first = fits.0 ?? ScoreFit(model, ratio: exp(inner.0)),
                let second = fits.1 ?? ScoreFit(model, ratio: exp(inner.1))
            else { return best }
            for fit in [first, second] where fit.criterion < best.criterion { best = fit }
            if first.criterion < second.criterion {
                high = inner.1
                fits = (nil, first)
            } else {
                low = inner.0
                fits = (second, nil)
            }
        }
        return best
    }
}
