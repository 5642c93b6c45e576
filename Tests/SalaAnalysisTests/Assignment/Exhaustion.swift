import SalaAnalysis

/// The best that any assignment of a small problem reaches, found by looking at all of them.
struct Exhaustion {
    /// Of all: the greatest total, and with it the least sum of squared loads.
    private(set) var total = Int.min
    private(set) var squares = Int.max
    /// Of all: the greatest least sum, and with it the greatest total.
    private(set) var minimum = Int.min
    private(set) var totalAtMinimum = Int.min
    private(set) var count = 0

    private let small: SmallProblem
    private let judges: [Int]
    private var loads: [Int]
    private var sums: [Int]

    init(_ small: SmallProblem) {
        self.small = small
        let problem = small.problem
        judges = problem.judges.sorted()
        loads = judges.map { judge in problem.given.count { $0.judge == judge } }
        sums = small.sums(Array(problem.given))
        visit(entry: 0)
    }

    var isFeasible: Bool { count > 0 }

    private mutating func visit(entry: Int) {
        guard entry < sums.count else { return note() }
        let given = small.problem.given.count { $0.entry == entry }
        choose(entry, from: 0, missing: max(0, (small.problem.demand[entry] ?? 0) - given))
    }

    private mutating func choose(_ entry: Int, from start: Int, missing: Int) {
        guard missing > 0 else { return visit(entry: entry + 1) }
        for judge in judges.dropFirst(start) {
            let pair = SmallProblem.Pair(entry: entry, judge: judge)
            guard loads[judge] < small.problem.maximumLoad ?? .max, !small.problem.conflicts.contains(pair),
                !small.problem.given.contains(pair)
            else { continue }
            loads[judge] += 1
            sums[entry] += small.worth[entry][judge]
            choose(entry, from: judge + 1, missing: missing - 1)
            loads[judge] -= 1
            sums[entry] -= small.worth[entry][judge]
        }
    }

    private mutating func note() {
        let least = min(small.problem.minimumLoad, small.problem.maximumLoad ?? .max)
        if small.problem.minimumIsFirm, loads.contains(where: { $0 < least }) { return }
        count += 1
        let sum = sums.reduce(0, +)
        let square = loads.reduce(0) { $0 + $1 * $1 }
        if (sum, -square) > (total, squares == .max ? .min : -squares) { (total, squares) = (sum, square) }
        let low = sums.min() ?? 0
        if (low, sum) > (minimum, totalAtMinimum) { (minimum, totalAtMinimum) = (low, sum) }
    }
}
