extension FairnessSearch {
    /// Panels that are listed at most.
    private static let panels = 1_000_000

    /// Where the panels can be listed, looks through so many of them for a better least sum.
    mutating func prove(budget: Int) {
        guard minimum < bound,
            let catalogue = PanelCatalogue(
                network.grid, floor: minimum + 1, limit: FairnessSearch.panels)
        else { return }
        var budget = budget
        var candidates = catalogue.sums(above: minimum, upTo: bound)[...]
        var isDecided = true
        bound = candidates.last ?? minimum
        while !candidates.isEmpty, budget > 0 {
            let middle = (candidates.startIndex + candidates.endIndex) / 2
            var search = PanelSearch(
                catalogue, network.grid.limits, floor: candidates[middle], total: nil, budget: budget)
            let outcome = search.run(prices: network.prices.map { _ in 0 })
            budget = search.budget
            switch outcome {
            case .found(let choice):
                network = AssignmentNetwork(network.grid, catalogue, choice)
                candidates = candidates[(middle + 1)...].drop { $0 <= minimum }
            case .none:
                candidates = candidates[..<middle]
                if isDecided { bound = candidates.last ?? minimum }
            case .undecided:
                isDecided = false
                candidates = candidates[..<middle]
            }
        }
        bound = max(bound, minimum)
    }

    /// Raises the total and leaves the least sum: by exchanges, from here and from the assignment with the
    /// greatest total, and where the panels can be listed to the greatest there is.
    mutating func raiseTotal() {
        let floor = minimum
        var lift = LiftSearch(start, floor: floor, limit: effort.exchanges / 4)
        let isLifted = lift.lift()
        network =
            (isLifted ? [network, lift.network] : [network]).map { network in
                var cycles = CycleSearch(network, floor: floor)
                cycles.improve(limit: effort.exchanges / 2)
                return cycles.network
            }.max { $0.total < $1.total } ?? network
        isTotalProved = network.total == start.total
        guard !isTotalProved,
            let catalogue = PanelCatalogue(network.grid, floor: floor, limit: FairnessSearch.panels)
        else { return }
        // The prices that prove the greatest total of all are a good beginning.
        let prices = start.prices.map { $0 - start.prices[start.judgeCount] }
        var budget = effort.panels
        while budget > 0 {
            var search = PanelSearch(
                catalogue, network.grid.limits, floor: floor, total: network.total + 1, budget: budget)
            let outcome = search.run(prices: prices)
            budget = search.budget
            guard case .found(let choice) = outcome else {
                if case .none = outcome { isTotalProved = true }
                return
            }
            network = AssignmentNetwork(network.grid, catalogue, choice)
        }
    }
}

extension AssignmentNetwork {
    fileprivate init(_ grid: AssignmentGrid, _ catalogue: PanelCatalogue, _ choice: [Int]) {
        self.init(grid)
        for entry in choice.indices {
            for judge in catalogue.panel(entry, choice[entry]) { assign(entry, judge) }
        }
    }
}
