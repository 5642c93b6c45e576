/// Looks for the assignment whose least sum over entries is greatest. The search is hard (NP-hard from two
/// judges an entry), so it climbs by exchanges and swaps, and where it can it proves by a bound that nothing
/// is better.
struct FairnessSearch {
    var network: AssignmentNetwork
    /// No assignment has a greater least sum.
    var bound: Int64
    /// No assignment with the same least sum has a greater total.
    var isTotalProved = false
    /// The assignment with the greatest total of all, whatever its least sum.
    let start: AssignmentNetwork

    /// The least sum of an entry.
    var minimum: Int64 { network.sums.min() ?? 0 }

    let effort: SearchEffort

    /// From the assignment with the greatest total.
    init(_ start: AssignmentNetwork, effort: SearchEffort) {
        self.start = start
        self.effort = effort
        network = start
        bound = FairnessSearch.bound(start)
    }

    /// Makes the least sum as great as it finds.
    mutating func run() {
        climb(effort: effort.exchanges / 4)
        guard minimum < bound else { return }
        lowerBound()
        prove(budget: effort.panels / 100)
        guard minimum < bound else { return }
        swap()
        for _ in 0..<4 where minimum < bound {
            climb(effort: effort.exchanges / 16)
            spare(effort: effort.exchanges / 16)
        }
        prove(budget: effort.panels)
    }

    /// Lifts the worst entries as far as exchanges lead, to the bound at once if that can be.
    private mutating func climb(effort: Int) {
        var effort = effort
        var (low, high) = (minimum, bound + 1)
        var middle = bound
        while high - low > 1, effort > 0 {
            var search = LiftSearch(network, floor: middle, limit: effort)
            if search.lift() {
                network = search.network
                low = minimum
            } else {
                high = middle
            }
            effort -= search.effort
            middle = low + (high - low) / 2
        }
    }

    /// Leaves the least sum, or a greater one, and raises the total: what is not wasted can be handed on.
    private mutating func spare(effort: Int) {
        var lift = LiftSearch(start, floor: minimum, limit: effort / 2)
        var cycles = CycleSearch(lift.lift() ? lift.network : network, floor: minimum)
        cycles.improve(limit: effort / 2)
        network = cycles.network
    }

    private mutating func swap() {
        let tolerance = ((network.grid.worth.max() ?? 0) - (network.grid.worth.min() ?? 0)) / 10
        var (low, high) = (minimum, bound + 1)
        var seed: UInt64 = 0
        while high - low > 1 {
            let middle = low + (high - low) / 2
            var search = SwapSearch(network, floor: middle, seed: seed)
            seed += 1
            if search.run(tries: effort.swaps, tolerance: tolerance) {
                network = search.network
                low = minimum
            } else {
                high = middle
            }
        }
    }
}
