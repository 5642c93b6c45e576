/// How often each entry is among the best when qualities and judges' levels are drawn from what the scores
/// leave open about them.
struct TopSimulation {
    private let model: ScoreModel
    private let fit: ScoreFit
    /// The noise's standard deviation.
    private let spread: Double

    init(_ model: ScoreModel, _ fit: ScoreFit, noise: Double) {
        self.model = model
        self.fit = fit
        spread = noise.squareRoot()
    }

    /// By entry; the shares add up to the number of places. Levels are drawn first, all judges together, then
    /// qualities, which do not depend on each other once the levels are known.
    func shares(top places: Int, draws: Int, seed: UInt64) -> [Double] {
        let count = model.entryCount
        guard places < count else { return Array(repeating: 1, count: count) }
        var shares = Array(repeating: 0.0, count: count)
        var generator = SeededGenerator(seed: seed)
        let weights = model.reviews.map { fit.weight(reviews: $0) }
        let widths = weights.map { spread * $0.squareRoot() }
        for _ in 0..<draws {
            let normal = (0..<model.judgeCount).map { _ in generator.nextNormal() }
            let levels = fit.factor.solveUpper(normal).enumerated().map { fit.levels[$0] + spread * $1 }
            let qualities = (0..<count).map { entry in
                let rest = model.panels[entry].reduce(model.sums[entry]) { $0 - levels[$1] }
                return weights[entry] * rest + widths[entry] * generator.nextNormal()
            }
            note(qualities, places, &shares)
        }
        return shares.map { $0 / Double(draws) }
    }

    /// Entries that tie for the last places share them evenly.
    private func note(_ qualities: [Double], _ places: Int, _ shares: inout [Double]) {
        let cut = TopSimulation.greatest(places, of: qualities)
        let above = qualities.count { $0 > cut }
        let tied = qualities.count { $0 == cut }
        let part = Double(places - above) / Double(tied)
        for entry in qualities.indices where qualities[entry] >= cut {
            shares[entry] += qualities[entry] > cut ? 1 : part
        }
    }

    /// The value that so many reach or pass (Hoare's selection).
    static func greatest(_ place: Int, of values: [Double]) -> Double {
        var values = values
        var (low, high) = (0, values.count - 1)
        while low < high {
            let pivot = values[(low + high) / 2]
            var (left, right) = (low, high)
            while left <= right {
                while values[left] > pivot { left += 1 }
                while values[right] < pivot { right -= 1 }
                if left <= right {
                    values.swapAt(left, right)
                    left += 1
                    right -= 1
                }
            }
            if place - 1 <= right { high = right } else if place - 1 >= left { low = left } else { break }
        }
        return values[place - 1]
    }
}
