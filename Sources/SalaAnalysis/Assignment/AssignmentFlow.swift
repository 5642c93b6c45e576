/// Whether a grid's demand can be met within its limits, and where not: a greatest flow and its least cut.
struct AssignmentFlow {
    private let network: AssignmentNetwork
    private let overload: AssignmentNetwork.Overload?
    private let lacking: [Int]

    init(_ grid: AssignmentGrid) {
        var generator = SeededGenerator(seed: 0)
        var network = AssignmentNetwork(grid.unweighted)
        network.select(generator: &generator)
        overload = network.balance()
        lacking = grid.needs.indices.filter { network.panels[$0].count < grid.needs[$0] }
        self.network = network
    }

    var isComplete: Bool { overload == nil && lacking.isEmpty }

    /// The pairs that are missing at least.
    var missing: Int {
        lacking.reduce(0) { $0 + network.grid.needs[$1] - network.panels[$1].count }
            + judges { $0 > 0 }.reduce(0) { $0 + (overload?.excess[$1] ?? 0) }
    }

    /// Too few judges are open to them, or they share full judges with others.
    var shortEntries: Set<Int> {
        fullJudges.reduce(into: Set(lacking)) { $0.formUnion(network.held[$1]) }
    }

    /// No path leads from them to room.
    var fullJudges: [Int] {
        guard let overload, !judges({ $0 > 0 }).isEmpty else { return [] }
        return (0..<network.judgeCount).filter { overload.reached[$0] }
    }

    var emptyJudges: [Int] { judges { $0 < 0 } }

    private func judges(_ matches: (Int) -> Bool) -> [Int] {
        guard let overload else { return [] }
        return (0..<network.judgeCount).filter { matches(overload.excess[$0]) }
    }
}
