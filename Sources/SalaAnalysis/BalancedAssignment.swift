/// Judges for entries with loads as even as can be. As many reviews as possible are assigned: a demand that
/// can be met is met; and of all ways to do so this is one with the least sum of squared loads, so that the
/// loads of judges differ by at most one where conflicts, given pairs and the limit allow. Among equals the
/// seed chooses; the order in which entries and judges are named does not matter.
public struct BalancedAssignment<Entry, Judge>: Sendable
where Entry: Hashable & Comparable & Sendable, Judge: Hashable & Comparable & Sendable {
    /// What is to be assigned.
    public typealias Problem = AssignmentProblem<Entry, Judge>

    /// An entry that does not get as many judges as it is to have.
    public struct Shortage: Hashable, Sendable {
        public let entry: Entry
        public let missing: Int
    }

    /// Every pair, given ones included, in order.
    public let pairs: [Problem.Pair]
    /// The pairs that were not given, in order.
    public let added: [Problem.Pair]
    /// Given pairs that are conflicts as well, in order: they are left out.
    public let refused: [Problem.Pair]
    /// How many pairs each judge is in; every judge of the problem is named.
    public let loads: [Judge: Int]
    /// The entries that lack judges, in order; empty when the demand is met. The sum of what is missing is
    /// the least possible.
    public let short: [Shortage]

    public var isComplete: Bool { short.isEmpty }

    public init(_ problem: Problem, seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let entries = generator.shuffled(problem.demand.keys.sorted())
        let judges = generator.shuffled(problem.judges.sorted())
        let kept = problem.given.subtracting(problem.conflicts)
        var network = BalancedAssignment.network(of: problem, kept: kept, entries: entries, judges: judges)
        network.solve(maximumLoad: problem.maximumLoad, generator: &generator)

        added = network.assigned.map { .init(entry: entries[$0.entry], judge: judges[$0.judge]) }.sorted()
        pairs = (added + kept).sorted()
        refused = problem.given.intersection(problem.conflicts).sorted()
        var loads = Dictionary(uniqueKeysWithValues: judges.map { ($0, 0) })
        var given: [Entry: Int] = [:]
        for pair in pairs {
            loads[pair.judge, default: 0] += 1
            given[pair.entry, default: 0] += 1
        }
        self.loads = loads
        short = entries.sorted().compactMap { entry in
            let missing = (problem.demand[entry] ?? 0) - (given[entry] ?? 0)
            return missing > 0 ? Shortage(entry: entry, missing: missing) : nil
        }
    }

    private static func network(
        of problem: Problem, kept: Set<Problem.Pair>, entries: [Entry], judges: [Judge]
    ) -> AssignmentNetwork {
        let entryIndex = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1, $0) })
        let judgeIndex = Dictionary(uniqueKeysWithValues: judges.enumerated().map { ($1, $0) })
        var network = AssignmentNetwork(
            needs: entries.map { max(0, problem.demand[$0] ?? 0) }, judges: judges.count)
        for pair in problem.conflicts {
            guard let entry = entryIndex[pair.entry], let judge = judgeIndex[pair.judge] else { continue }
            network.forbid(entry: entry, judge: judge)
        }
        for pair in kept {
            network.give(entry: entryIndex[pair.entry], judge: judgeIndex[pair.judge])
        }
        return network
    }
}
