extension FairnessSearch {
    /// What the worst-served entry would get if it had the first choice, and what every entry would get if
    /// the greatest total were divided evenly: the lesser of the two.
    static func bound(_ network: AssignmentNetwork) -> Int64 {
        let grid = network.grid
        let ceiling = grid.needs.indices.map { entry in
            grid.givenWorth[entry]
                + offers(grid, entry).sorted(by: >).prefix(grid.needs[entry]).reduce(0, +)
        }.min()
        guard let ceiling else { return 0 }
        let average = (Double(network.total) / Double(grid.entryCount)).rounded(.down)
        return min(ceiling, Int64(average))
    }

    private static func offers(_ grid: AssignmentGrid, _ entry: Int) -> [Int64] {
        grid.offers[entry * grid.judgeCount..<(entry + 1) * grid.judgeCount].filter {
            $0 != AssignmentGrid.closed
        }
    }

    /// Lowers the bound to the greatest sum for which a flow finds judges for every entry among those with
    /// whom it can reach the sum at all. Where no entry is to have more than one judge, such a flow is an
    /// assignment with that sum, and the bound is exact (the bottleneck assignment by thresholds; compare
    /// FairFlow, arXiv 1905.11924).
    mutating func lowerBound() {
        while minimum < bound {
            guard let flow = flow(worth: bound) else {
                lowerBoundByHalves()
                return
            }
            guard flow.sums.min() ?? 0 > minimum else { return }
            network = flow
        }
    }

    private mutating func lowerBoundByHalves() {
        var (low, high) = (minimum, bound)
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if let flow = flow(worth: middle) {
                if flow.sums.min() ?? 0 > minimum { network = flow }
                low = max(middle, minimum)
            } else {
                high = middle
            }
        }
        bound = max(low, minimum)
    }

    /// An assignment of judges with whom every entry could be worth so much; nil when there is none.
    private func flow(worth floor: Int64) -> AssignmentNetwork? {
        var grid = network.grid.unweighted
        for entry in grid.needs.indices where grid.needs[entry] > 0 {
            let best = FairnessSearch.offers(network.grid, entry).sorted(by: >)
                .prefix(grid.needs[entry] - 1).reduce(network.grid.givenWorth[entry], +)
            for judge in 0..<grid.judgeCount where grid.isOpen(entry, judge) {
                if network.grid.worth[entry * grid.judgeCount + judge] + best < floor {
                    grid.close(entry: entry, judge: judge)
                }
            }
        }
        var flow = AssignmentNetwork(grid)
        var generator = SeededGenerator(seed: 0)
        flow.select(generator: &generator)
        guard flow.panels.indices.allSatisfy({ flow.panels[$0].count == grid.needs[$0] }),
            flow.balance() == nil
        else { return nil }
        var weighted = AssignmentNetwork(network.grid)
        for pair in flow.pairs { weighted.assign(pair.entry, pair.judge) }
        return weighted
    }
}
