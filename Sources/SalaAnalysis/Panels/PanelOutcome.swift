/// What a rule makes of a panel's scores, before anything is rounded.
struct PanelOutcome {
    /// By entry; nil without a score.
    private(set) var values: [PanelValue?]
    private(set) var isRegularised = false
    private(set) var isConverged = true

    init<Entry, Judge>(_ scores: PanelScores<Entry, Judge>, _ rule: PanelRule) {
        switch rule {
        case .each(let rule): values = scores.values(of: rule)
        case .weightedMean: values = scores.weightedMeans
        case .zScore(let deviation): values = scores.standardised(deviation)
        case .copeland:
            values = PairwisePreferences(scores).copelandHalves.map { PanelValue(Int128($0), over: 2) }
        case .bradleyTerry:
            let strengths = BradleyTerry(PairwisePreferences(scores))
            values = strengths.logarithms.map { PanelValue($0) }
            isRegularised = strengths.isRegularised
            isConverged = strengths.isConverged
        }
        for entry in values.indices where scores.cells[entry].isEmpty { values[entry] = nil }
    }
}

extension PanelScores {
    /// By entry, from its own scores.
    func values(of rule: Tally.Rule) -> [PanelValue?] {
        let digits = digits
        return cells.map { cells in
            let kept = rule.averaged(sorted: cells.map { $0.score.units(ofPlaces: digits) }.sorted())
            return kept.isEmpty ? nil : value(kept.reduce(0, +), over: kept.count, digits)
        }
    }

    fileprivate var weightedMeans: [PanelValue?] {
        let digits = digits
        let weightDigits = cells.flatMap { $0.map(\.weight.places) }.max() ?? 0
        return cells.map { cells in
            var (sum, whole): (Int128, Int128) = (0, 0)
            for cell in cells {
                let weight = cell.weight.units(ofPlaces: weightDigits)
                sum += weight * cell.score.units(ofPlaces: digits)
                whole += weight
            }
            return whole > 0 ? PanelValue(sum, over: whole * unit(digits)) : nil
        }
    }

    fileprivate func standardised(_ deviation: PanelRule.Deviation) -> [PanelValue?] {
        var sums = Array(repeating: 0.0, count: entries.count)
        for row in units(byJudge: digits) {
            let count = Int128(row.count)
            let total = row.reduce(0) { $0 + $1.units }
            // Each score less the mean, times the number of scores: whole numbers still.
            let rests = row.map { Double($0.units * count - total) }
            let squares = rests.reduce(0) { $0 + $1 * $1 }
            guard squares > 0 else { continue }
            let divisor = deviation == .population ? row.count : row.count - 1
            let spread = (squares / Double(divisor)).squareRoot()
            for (cell, rest) in zip(row, rests) { sums[cell.entry] += rest / spread }
        }
        return cells.indices.map { entry in
            cells[entry].isEmpty ? nil : PanelValue(sums[entry] / Double(cells[entry].count))
        }
    }

    /// By entry: what a tie-break goes by, the higher the better; nil without a score.
    func measured<Other, Another>(
        by tie: PanelTally<Other, Another>.TieBreak
    ) -> [PanelValue?] {
        let digits = digits
        switch tie {
        case .mean: return values(of: .mean)
        case .median: return values(of: .median)
        case .highest, .lowest, .spread:
            return cells.map { cells in
                let units = cells.map { $0.score.units(ofPlaces: digits) }
                guard let highest = units.max(), let lowest = units.min() else { return nil }
                let measure = tie == .highest ? highest : tie == .lowest ? lowest : lowest - highest
                return value(measure, over: 1, digits)
            }
        case .reviews: return cells.map { PanelValue(Int128($0.count), over: 1) }
        }
    }

    private func value(_ sum: Int128, over count: Int, _ digits: Int) -> PanelValue {
        PanelValue(sum, over: Int128(count) * unit(digits))
    }

    private func unit(_ digits: Int) -> Int128 { Int128(ExactDecimal.power(of: digits)) }
}
