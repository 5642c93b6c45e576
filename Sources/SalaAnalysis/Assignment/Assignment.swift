/// Judges for entries. As many pairs as possible are assigned: a demand that can be met is met; of all ways
/// to do so this is one that makes the most of the objective; and of those, for the total, one with the
/// least sum of squared loads, so that loads differ by at most one where affinities, conflicts, given pairs
/// and limits allow. Among equals the seed chooses; the order in which entries and judges are named does not
/// matter.
public struct Assignment<Entry, Judge>: Sendable
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

    /// No assignment gives every entry more than this; nil when it was not looked for.
    public let bound: ExactDecimal?
    /// It is proved that nothing is better by the objective.
    public let isProved: Bool
    /// Digits after the point with which the affinities were reckoned.
    public let digits: Int

    /// The judges with less than the minimum load, or than the maximum where that is less, in order.
    public let underloaded: [Judge]

    /// Every demand is met, and a firm minimum load is kept.
    public let isComplete: Bool

    public init(_ problem: Problem, objective: AssignmentObjective = .total, seed: UInt64) {
        self.init(problem, objective: objective, seed: seed, effort: SearchEffort())
    }

    init(_ problem: Problem, objective: AssignmentObjective, seed: UInt64, effort: SearchEffort) {
        let order = AssignmentOrder(problem, seed: seed)
        var generator = SeededGenerator(seed: seed)
        let solution = AssignmentNetwork(order.grid).solved(
            objective, leastLoad: problem.minimumLoad, effort: effort, generator: &generator)
        bound = solution.bound.map { ExactDecimal(units: Int($0), places: order.digits) }
        isProved = solution.isProved
        digits = order.digits

        let kept = problem.given.subtracting(problem.conflicts)
        added = solution.network.pairs.map {
            .init(entry: order.entries[$0.entry], judge: order.judges[$0.judge])
        }
        .sorted()
        pairs = (added + kept).sorted()
        refused = problem.given.intersection(problem.conflicts).sorted()
        var loads = Dictionary(uniqueKeysWithValues: order.judges.map { ($0, 0) })
        var given: [Entry: Int] = [:]
        for pair in pairs {
            loads[pair.judge, default: 0] += 1
            given[pair.entry, default: 0] += 1
        }
        self.loads = loads
        short = order.entries.sorted().compactMap { entry in
            let missing = (problem.demand[entry] ?? 0) - (given[entry] ?? 0)
            return missing > 0 ? Shortage(entry: entry, missing: missing) : nil
        }
        let least = min(problem.minimumLoad, problem.maximumLoad ?? .max)
        underloaded = order.judges.filter { loads[$0, default: 0] < least }.sorted()
        isComplete = short.isEmpty && (underloaded.isEmpty || !problem.minimumIsFirm)
    }
}
