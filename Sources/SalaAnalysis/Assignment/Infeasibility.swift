/// Why an assignment problem has no solution, and what would mend it.
public struct Infeasibility<Entry, Judge>: Sendable
where Entry: Hashable & Comparable & Sendable, Judge: Hashable & Comparable & Sendable {
    /// What has no solution.
    public typealias Problem = AssignmentProblem<Entry, Judge>

    /// The entries of which some must go short, in order: each of them goes short in one assignment or
    /// another that leaves the least missing, and all others always get their judges. These are the entries
    /// of the least minimum cut, so they follow from the problem alone.
    public let entries: [Entry]
    /// The judges who could be open to those entries and are full whatever is tried, in order.
    public let fullJudges: [Judge]
    /// The judges who cannot all be brought to a firm minimum load, in order.
    public let emptyJudges: [Judge]
    /// How many pairs are missing at least.
    public let missing: Int
    /// Changes each of which alone gives the problem a solution, the smallest first.
    public let mends: [Mend]

    /// Nil when the problem has a solution.
    public init?(_ problem: Problem) {
        let order = AssignmentOrder(problem.unweighted, seed: 0)
        let flow = AssignmentFlow(order.grid)
        guard !flow.isComplete else { return nil }
        entries = flow.shortEntries.map { order.entries[$0] }.sorted()
        fullJudges = flow.fullJudges.map { order.judges[$0] }.sorted()
        emptyJudges = flow.emptyJudges.map { order.judges[$0] }.sorted()
        missing = flow.missing
        mends = Mend.all(for: problem, missing: flow.missing).sorted { $0.size < $1.size }
    }
}
