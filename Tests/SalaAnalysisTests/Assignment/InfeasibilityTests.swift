import SalaAnalysis
import Testing

@Suite("What has no assignment, and what would mend it")
struct InfeasibilityTests {
    private typealias Problem = AssignmentProblem<Int, Int>
    private typealias Pair = Problem.Pair
    private typealias Mend = Infeasibility<Int, Int>.Mend

    /// A small problem without a firm minimum load.
    private func problem(_ instance: Int) -> Problem {
        var problem = SmallProblem(instance, entries: 3, judges: 4).problem
        problem.minimumIsFirm = false
        return problem
    }

    private func isFeasible(_ problem: Problem) -> Bool {
        !Partial.best(of: problem).contains { !$0.short.isEmpty }
    }

    @Test(
        "the entries named are those that go short in some assignment that misses least", arguments: 0..<150)
    func entries(instance: Int) {
        let problem = problem(instance)
        let best = Partial.best(of: problem)
        let short = best.reduce(into: Set<Int>()) { $0.formUnion($1.short) }
        let infeasibility = Infeasibility(problem)
        #expect((infeasibility == nil) == short.isEmpty)
        #expect(infeasibility?.entries ?? [] == short.sorted())
        #expect(infeasibility?.missing ?? 0 == best.first?.missing)
    }

    @Test("every mend mends, and no smaller one of its kind does", arguments: 0..<150)
    func mends(instance: Int) {
        let problem = problem(instance)
        guard let infeasibility = Infeasibility(problem) else { return }
        #expect(infeasibility.mends.map(\.size) == infeasibility.mends.map(\.size).sorted())
        for mend in infeasibility.mends {
            #expect(isFeasible(mended(problem, mend)))
            if let smaller = smaller(mend) { #expect(!isFeasible(mended(problem, smaller))) }
            if case .conflicts(let pairs) = mend { expectFewest(pairs, problem) }
        }
        #expect(infeasibility.mends.contains { if case .judges = $0 { true } else { false } })
    }

    private func expectFewest(_ pairs: [Pair], _ problem: Problem) {
        let conflicts = Array(problem.conflicts)
        guard conflicts.count < 7 else { return }
        for mask in 0..<(1 << conflicts.count) where mask.nonzeroBitCount < pairs.count {
            let lifted = conflicts.indices.filter { mask & (1 << $0) != 0 }.map { conflicts[$0] }
            #expect(!isFeasible(mended(problem, .conflicts(lifted))))
        }
    }

    private func mended(_ problem: Problem, _ mend: Mend) -> Problem {
        var problem = problem
        switch mend {
        case .maximumLoad(_, let load): problem.maximumLoad = load
        case .minimumLoad(_, let load): problem.minimumLoad = load
        case .demand(_, let demand): problem.demand = problem.demand.mapValues { min($0, demand) }
        case .judges(let count): problem.judges.formUnion(100..<(100 + count))
        case .conflicts(let pairs): problem.conflicts.subtract(pairs)
        }
        return problem
    }

    private func smaller(_ mend: Mend) -> Mend? {
        switch mend {
        case .maximumLoad(let from, let to): .maximumLoad(from: from, to: to - 1)
        case .minimumLoad(let from, let to): .minimumLoad(from: from, to: to + 1)
        case .demand(let from, let to): .demand(from: from, to: to + 1)
        case .judges(let count): .judges(count - 1)
        case .conflicts: nil
        }
    }

    @Test("an entry that too few judges may review is named, and the fewest conflicts in its way")
    func lacking() throws {
        let conflicts: Set = [Pair(entry: 2, judge: 0), Pair(entry: 2, judge: 1), Pair(entry: 1, judge: 0)]
        let problem = Problem(entries: 0..<4, demand: 2, judges: 0..<3, conflicts: conflicts)
        let infeasibility = try #require(Infeasibility(problem))
        #expect(infeasibility.entries == [2])
        #expect(infeasibility.missing == 1)
        #expect(infeasibility.mends.contains(.judges(1)))
        #expect(infeasibility.mends.contains(.demand(from: 2, to: 1)))
        let lifted = infeasibility.mends.compactMap { mend in
            if case .conflicts(let pairs) = mend { pairs } else { nil }
        }
        #expect(lifted.count == 1)
        #expect(lifted.first?.count == 1)
        #expect(lifted.first?.first?.entry == 2)
    }

    @Test("judges who are full are named with the entries that share them, and nobody else")
    func crowded() throws {
        // Entries 0 to 2 may go to judges 0 and 1 only, who take one entry each; judges 2 and 3 are free.
        let conflicts = Set((0..<3).flatMap { entry in [2, 3].map { Pair(entry: entry, judge: $0) } })
        let problem = Problem(
            entries: 0..<5, demand: 1, judges: 0..<4, maximumLoad: 1, conflicts: conflicts)
        let infeasibility = try #require(Infeasibility(problem))
        #expect(infeasibility.entries == [0, 1, 2])
        #expect(infeasibility.fullJudges == [0, 1])
        #expect(infeasibility.emptyJudges == [])
        #expect(infeasibility.missing == 1)
        #expect(infeasibility.mends.first == .maximumLoad(from: 1, to: 2))
    }

    @Test("a firm minimum load that cannot be kept is named with the judges it concerns")
    func minimum() throws {
        // Judge 2 may review nothing.
        let conflicts = Set((0..<4).map { Pair(entry: $0, judge: 2) })
        var problem = Problem(entries: 0..<4, demand: 1, judges: 0..<3, conflicts: conflicts)
        problem.minimumLoad = 1
        #expect(Infeasibility(problem) == nil)
        #expect(Assignment(problem, seed: 1).underloaded == [2])
        problem.minimumIsFirm = true
        let infeasibility = try #require(Infeasibility(problem))
        #expect(infeasibility.entries == [])
        #expect(infeasibility.emptyJudges == [2])
        #expect(infeasibility.mends.contains(.minimumLoad(from: 1, to: 0)))
        let assignment = Assignment(problem, seed: 1)
        #expect(!assignment.isComplete)
        #expect(assignment.pairs.count == 4)
    }

    @Test("a large round in which every judge is full says so, and one place more is enough")
    func large() throws {
        // 2,355 reviews of 30 judges: 78 each are 15 too few.
        let problem = Problem(entries: 0..<785, demand: 3, judges: 0..<30, maximumLoad: 78)
        let infeasibility = try #require(Infeasibility(problem))
        #expect(infeasibility.missing == 15)
        #expect(infeasibility.entries == Array(0..<785))
        #expect(infeasibility.fullJudges == Array(0..<30))
        #expect(infeasibility.mends.first == .maximumLoad(from: 78, to: 79))
        #expect(infeasibility.mends.contains(.judges(1)))
    }
}

/// An assignment that may leave entries short.
private struct Partial {
    var missing: Int
    var short: Set<Int>

    /// All that miss least, found by looking at every set of pairs that may be.
    static func best(of problem: AssignmentProblem<Int, Int>) -> [Partial] {
        var search = Search(problem)
        search.visit(0)
        return search.best
    }

    private struct Search {
        let demand: [Int]
        let most: Int
        let free: [(entry: Int, judge: Int)]
        var missing: [Int]
        var loads: [Int: Int] = [:]
        var best: [Partial] = []

        init(_ problem: AssignmentProblem<Int, Int>) {
            let entries = problem.demand.keys.sorted()
            demand = entries.map { problem.demand[$0] ?? 0 }
            most = problem.maximumLoad ?? .max
            missing = entries.map { entry in
                max(0, (problem.demand[entry] ?? 0) - problem.given.count { $0.entry == entry })
            }
            for pair in problem.given { loads[pair.judge, default: 0] += 1 }
            free = entries.flatMap { entry in problem.judges.sorted().map { (entry, $0) } }.filter {
                let pair = AssignmentProblem.Pair(entry: $0.entry, judge: $0.judge)
                return !problem.given.contains(pair) && !problem.conflicts.contains(pair)
            }
        }

        mutating func visit(_ place: Int) {
            guard place < free.count else { return note() }
            let (entry, judge) = (free[place].entry, free[place].judge)
            if missing[entry] > 0, loads[judge, default: 0] < most {
                missing[entry] -= 1
                loads[judge, default: 0] += 1
                visit(place + 1)
                missing[entry] += 1
                loads[judge, default: 0] -= 1
            }
            visit(place + 1)
        }

        private mutating func note() {
            let total = missing.reduce(0, +)
            if let least = best.first?.missing, total > least { return }
            if let least = best.first?.missing, total < least { best = [] }
            best.append(Partial(missing: total, short: Set(missing.indices.filter { missing[$0] > 0 })))
        }
    }
}
