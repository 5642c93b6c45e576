/// Entries that are handed from judge to judge, all at once.
struct ExchangeChain {
    struct Step {
        let entry: Int
        let from: Int
        let to: Int
    }

    private(set) var steps: [Step]

    /// Along a path of judges, each step at the least loss; nodes that are no judges are passed over.
    init(_ path: [Int], _ table: ExchangeTable) {
        steps = zip(path, path.dropFirst()).compactMap { from, to in
            guard from < table.judgeCount, to < table.judgeCount else { return nil }
            return Step(entry: table.entry(from, to), from: from, to: to)
        }
    }

    /// A step of an entry of one's own choice before the others.
    mutating func begin(with step: Step) { steps.insert(step, at: 0) }

    /// By entry that is moved: what it gains. An entry that several steps move may lose more than each of
    /// them alone.
    func gains(in network: AssignmentNetwork) -> [Int: Int64] {
        var gains: [Int: Int64] = [:]
        for step in steps {
            let row = step.entry * network.judgeCount
            gains[step.entry, default: 0] +=
                network.grid.worth[row + step.to] - network.grid.worth[row + step.from]
        }
        return gains
    }

    /// Every entry is left worth the floor, or no less than before.
    func keeps(floor: Int64, in network: AssignmentNetwork) -> Bool {
        gains(in: network).allSatisfy { entry, gain in gain >= 0 || network.sums[entry] + gain >= floor }
    }

    /// Moves the entries, and brings the table up to date.
    func walk(_ network: inout AssignmentNetwork, _ table: inout ExchangeTable, floor: Int64) {
        for step in steps { network.release(step.entry, step.from) }
        for step in steps { network.assign(step.entry, step.to) }
        var touched: Set<Int> = []
        for step in steps {
            touched.insert(step.from)
            touched.formUnion(network.panels[step.entry])
        }
        for judge in touched { table.rebuild(judge, network, floor: floor) }
    }
}
