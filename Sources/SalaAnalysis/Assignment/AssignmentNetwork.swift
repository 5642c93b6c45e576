/// The flow network behind an assignment, in motion: entries, each with its units, judges with room, a unit
/// arc for each pair that may be. Loads may be beyond the limits until the network is balanced.
struct AssignmentNetwork {
    var grid: AssignmentGrid
    /// What the pairs that may be and are not are worth; `closed` elsewhere.
    private(set) var offers: [Int64]
    /// By judge: the entries it has here, given ones not among them.
    private(set) var held: [[Int]]
    /// By entry: the judges it has here, given ones not among them.
    private(set) var panels: [[Int]]
    /// By entry: what its judges are worth together, given ones among them.
    private(set) var sums: [Int64]
    /// By judge, and last of the sink that all units flow into: the dual prices. What a judge is worth to an
    /// entry less the judge's price decides.
    var prices: [Int64]

    var entryCount: Int { grid.entryCount }
    var judgeCount: Int { grid.judgeCount }

    init(_ grid: AssignmentGrid) {
        self.grid = grid
        offers = grid.offers
        held = Array(repeating: [], count: grid.judgeCount)
        panels = Array(repeating: [], count: grid.entryCount)
        sums = grid.givenWorth
        prices = Array(repeating: 0, count: grid.judgeCount + 1)
    }

    /// The pairs, without the given ones.
    var pairs: [(entry: Int, judge: Int)] {
        held.indices.flatMap { judge in held[judge].map { ($0, judge) } }
    }

    /// Entries of the judge, given ones included.
    func load(_ judge: Int) -> Int { grid.givenLoads[judge] + held[judge].count }

    /// How many more units the judge can take.
    func room(_ judge: Int) -> Int { grid.limits[judge].upperBound - held[judge].count }

    /// The judge may have a unit less.
    func canLose(_ judge: Int) -> Bool { held[judge].count > grid.limits[judge].lowerBound }

    /// What all entries' judges are worth.
    var total: Int64 { sums.reduce(0, +) }

    mutating func assign(_ entry: Int, _ judge: Int) {
        let cell = entry * judgeCount + judge
        precondition(offers[cell] != AssignmentGrid.closed, "the pair may not be, or is already")
        offers[cell] = AssignmentGrid.closed
        held[judge].append(entry)
        panels[entry].append(judge)
        sums[entry] += grid.worth[cell]
    }

    mutating func release(_ entry: Int, _ judge: Int) {
        guard let place = held[judge].firstIndex(of: entry),
            let seat = panels[entry].firstIndex(of: judge)
        else { preconditionFailure("the pair is not") }
        let cell = entry * judgeCount + judge
        offers[cell] = grid.worth[cell]
        held[judge].swapAt(place, held[judge].count - 1)
        held[judge].removeLast()
        panels[entry].remove(at: seat)
        sums[entry] -= grid.worth[cell]
    }
}
