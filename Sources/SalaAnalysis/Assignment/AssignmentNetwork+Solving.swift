extension AssignmentNetwork {
    /// What was found, and what is known about it.
    struct Solution {
        var network: AssignmentNetwork
        /// No assignment has a greater least sum; nil when it was not looked for.
        var bound: Int64?
        /// Nothing is better by the objective.
        var isProved: Bool
    }

    /// The best assignment that the grid allows, with as many pairs as possible.
    func solved(
        _ objective: AssignmentObjective, leastLoad: Int, effort: SearchEffort,
        generator: inout SeededGenerator
    ) -> Solution {
        let even = AssignmentNetwork(grid.unweighted).filled(generator: &generator)
        if grid.isUnweighted { return Solution(network: even, bound: 0, isProved: true) }
        var grid = grid
        grid.limits = even.grid.limits
        for entry in grid.needs.indices { grid.needs[entry] = even.panels[entry].count }
        var network = AssignmentNetwork(grid)
        network.setPrices(generator: &generator)
        network.select(generator: &generator)
        let overload = network.balance()
        precondition(overload == nil, "what the even assignment could place cannot be placed")
        network.even()
        if objective == .total { return Solution(network: network, bound: nil, isProved: true) }

        var search = FairnessSearch(network, effort: effort)
        search.run()
        // Where nothing is proved, what raises the total sometimes finds a better least sum as well.
        if objective == .fairFirst || search.minimum < search.bound { search.raiseTotal() }
        network = search.network
        network.fill(upTo: leastLoad, floor: search.minimum, keepsTotal: objective == .fairFirst)
        return Solution(
            network: network, bound: search.bound,
            isProved: search.minimum == search.bound && (objective == .fairness || search.isTotalProved))
    }

    /// As many pairs as the limits allow, whatever they are worth, with loads as even as can be.
    private func filled(generator: inout SeededGenerator) -> AssignmentNetwork {
        var network = self
        network.select(generator: &generator)
        if let overload = network.balance() { network.yield(to: overload) }
        network.even()
        return network
    }

    /// Takes from judges what is beyond their limits, each time from the entry that lacks least so far; and
    /// lowers the least loads that cannot be reached.
    private mutating func yield(to overload: Overload) {
        for judge in 0..<judgeCount {
            for _ in 0..<max(0, overload.excess[judge]) {
                let entry = held[judge].min { (lack($0), $0) < (lack($1), $1) }
                if let entry { release(entry, judge) }
            }
            if overload.excess[judge] < 0 { grid.lowerLimit(of: judge, by: -overload.excess[judge]) }
        }
    }

    private func lack(_ entry: Int) -> Int { grid.needs[entry] - panels[entry].count }
}
