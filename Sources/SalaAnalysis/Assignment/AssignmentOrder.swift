/// A problem's grid in an order that does not depend on how it was told, and who stands where in it.
struct AssignmentOrder<Entry, Judge>: Sendable
where Entry: Hashable & Comparable & Sendable, Judge: Hashable & Comparable & Sendable {
    let entries: [Entry]
    let judges: [Judge]
    let grid: AssignmentGrid
    /// Digits after the point of the grid's units.
    let digits: Int

    /// The seed shuffles what the canonical order has put in a row.
    init(_ problem: AssignmentProblem<Entry, Judge>, seed: UInt64) {
        let entries = problem.demand.filter { $0.value > 0 }.keys.sorted()
        let judges = problem.judges.sorted()
        // The longest path's loss and the total are sums of so many affinities at most.
        let units = problem.demand.values.reduce(problem.given.count) { $0 + max(0, $1) }
        digits = problem.affinities?.digits(summing: units + 4 * judges.count + 8) ?? 0
        let named = AssignmentGrid(problem, entries: entries, judges: judges, digits: digits)
        let (entryOrder, judgeOrder) =
            problem.affinities == nil
            ? (Array(entries.indices), Array(judges.indices)) : named.orders
        var generator = SeededGenerator(seed: seed)
        let entryPlaces = generator.shuffled(entryOrder)
        let judgePlaces = generator.shuffled(judgeOrder)
        self.entries = entryPlaces.map { entries[$0] }
        self.judges = judgePlaces.map { judges[$0] }
        grid = named.ordered(entries: entryPlaces, judges: judgePlaces)
    }
}
