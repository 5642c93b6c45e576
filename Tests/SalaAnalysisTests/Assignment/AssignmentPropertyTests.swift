import Testing

@testable import SalaAnalysis

@Suite("What holds of every assignment")
struct AssignmentPropertyTests {
    private typealias Problem = AssignmentProblem<Int, Int>
    private typealias Pair = Problem.Pair

    /// How affinities of a made-up round are spread.
    enum Kind: Sendable {
        case even, sparse
        /// Some judges are worth more to everybody.
        case liked
    }

    private func round(
        _ seed: UInt64, entries: Int, judges: Int, demand: Int, load: Int, _ kind: Kind
    ) -> (problem: Problem, worth: [[Int]]) {
        var generator = SeededGenerator(seed: seed)
        let liked = (0..<judges).map { _ in generator.next(below: 800) }
        var worth: [[Int]] = []
        var table = AffinityTable(entries: Array(0..<entries), judges: Array(0..<judges))
        var conflicts: Set<Pair> = []
        for entry in 0..<entries {
            worth.append(
                (0..<judges).map { judge in
                    switch kind {
                    case .even: generator.next(below: 1000)
                    case .sparse: generator.next(below: 4) == 0 ? generator.next(below: 1000) : 0
                    case .liked: liked[judge] + generator.next(below: 200)
                    }
                })
            for judge in 0..<judges {
                table[entry, judge] = ExactDecimal(units: worth[entry][judge], places: 3)
                if (entry + 2 * judge) % 11 == 0 { conflicts.insert(Pair(entry: entry, judge: judge)) }
            }
        }
        let problem = Problem(
            entries: 0..<entries, demand: demand, judges: 0..<judges, maximumLoad: load, conflicts: conflicts,
            affinities: table)
        return (problem, worth)
    }

    private func sums(_ pairs: [Pair], _ worth: [[Int]]) -> [Int] {
        worth.indices.map { entry in
            pairs.filter { $0.entry == entry }.reduce(0) { $0 + worth[entry][$1.judge] }
        }
    }

    @Test(
        "in rounds too large to try everything, it is as good as a solver of integer programs found",
        arguments: [
            (1, 30, 12, 3, 8, Kind.even, 74995, 1568, 74995), (2, 40, 15, 3, 8, .sparse, 62440, 484, 62396),
            (6, 14, 7, 2, 5, .liked, 14607, 928, 14382), (5, 50, 20, 2, 5, .even, 91922, 1647, 91889),
        ])
    func knownOptima(
        seed: UInt64, entries: Int, judges: Int, demand: Int, load: Int, kind: Kind, total: Int, minimum: Int,
        totalAtMinimum: Int
    ) {
        let (problem, worth) = round(
            seed, entries: entries, judges: judges, demand: demand, load: load, kind)
        let effort = SearchEffort(exchanges: 10_000_000, swaps: 10_000, panels: 1_000_000)
        let most = sums(Assignment(problem, objective: .total, seed: 1).pairs, worth)
        #expect(most.reduce(0, +) == total)
        let fair = Assignment(problem, objective: .fairness, seed: 1, effort: effort)
        #expect(sums(fair.pairs, worth).min() == minimum)
        #expect(fair.isProved)
        let both = sums(
            Assignment(problem, objective: .fairFirst, seed: 1, effort: effort).pairs, worth)
        #expect(both.min() == minimum)
        #expect(both.reduce(0, +) == totalAtMinimum)
    }

    @Test("where it gives up early, it says what cannot be passed, and comes near")
    func bounded() throws {
        // The solver of integer programs finds 1574.
        let (problem, worth) = round(4, entries: 36, judges: 12, demand: 3, load: 9, .liked)
        let effort = SearchEffort(exchanges: 2_000_000, swaps: 2000, panels: 100_000)
        let fair = Assignment(problem, objective: .fairness, seed: 1, effort: effort)
        let minimum = try #require(sums(fair.pairs, worth).min())
        let bound = try #require(fair.bound).units
        #expect(minimum <= 1574 && 1574 <= bound)
        #expect(minimum * 100 > 1574 * 95)
        #expect(fair.isProved == (minimum == bound))
    }

    @Test(
        "the order in which entries and judges are told changes nothing",
        arguments: AssignmentObjective.allCases)
    func permutation(objective: AssignmentObjective) {
        var generator = SeededGenerator(seed: 3)
        let (problem, worth) = round(2, entries: 30, judges: 10, demand: 2, load: 7, .sparse)
        let first = Assignment(problem, objective: objective, seed: 1)
        for _ in 0..<3 {
            let entries = generator.shuffled(Array(0..<30))
            let judges = generator.shuffled(Array(0..<10))
            var table = AffinityTable(entries: entries, judges: judges)
            for (row, entry) in entries.enumerated() {
                for (column, judge) in judges.enumerated() {
                    table[row, column] = ExactDecimal(units: worth[entry][judge], places: 3)
                }
            }
            var shuffled = problem
            shuffled.affinities = table
            #expect(Assignment(shuffled, objective: objective, seed: 1).pairs == first.pairs)
        }
    }

    @Test("what entries and judges are called changes nothing", arguments: AssignmentObjective.allCases)
    func renaming(objective: AssignmentObjective) {
        var generator = SeededGenerator(seed: 8)
        let (problem, worth) = round(7, entries: 25, judges: 9, demand: 2, load: 6, .even)
        let first = Assignment(problem, objective: objective, seed: 1)
        let entries = generator.shuffled(Array(0..<25))
        let judges = generator.shuffled(Array(0..<9))
        var table = AffinityTable(entries: Array(0..<25), judges: Array(0..<9))
        for entry in 0..<25 {
            for judge in 0..<9 {
                table[entries[entry], judges[judge]] = ExactDecimal(units: worth[entry][judge], places: 3)
            }
        }
        func renamed(_ pairs: some Sequence<Pair>) -> Set<Pair> {
            Set(pairs.map { Pair(entry: entries[$0.entry], judge: judges[$0.judge]) })
        }
        var other = problem
        other.affinities = table
        other.conflicts = renamed(problem.conflicts)
        #expect(Set(Assignment(other, objective: objective, seed: 1).pairs) == renamed(first.pairs))
    }

    @Test("a minimum load costs the total nothing unless it is firm")
    func minimumLoad() {
        // Judge 2 is worth least to everybody.
        var table = AffinityTable(entries: Array(0..<6), judges: Array(0..<3))
        for entry in 0..<6 {
            for judge in 0..<3 { table[entry, judge] = ExactDecimal(units: [9, 9, 1][judge], places: 0) }
        }
        var problem = Problem(
            entries: 0..<6, demand: 1, judges: 0..<3, maximumLoad: 5, affinities: table)
        problem.minimumLoad = 2
        let soft = Assignment(problem, seed: 1)
        #expect(soft.loads == [0: 3, 1: 3, 2: 0])
        #expect(soft.underloaded == [2])
        #expect(soft.isComplete)
        problem.minimumIsFirm = true
        let firm = Assignment(problem, seed: 1)
        #expect(firm.loads == [0: 2, 1: 2, 2: 2])
        #expect(firm.underloaded == [])
    }

    @Test("a fair assignment brings judges to the minimum load where that leaves the least sum alone")
    func fairMinimumLoad() {
        // Entry 0 can reach 1 at most, so the others may go to judge 2 for 1 instead of 9.
        var table = AffinityTable(entries: Array(0..<4), judges: Array(0..<3))
        for entry in 0..<4 {
            for judge in 0..<3 {
                let worth = entry == 0 || judge == 2 ? 1 : 9
                table[entry, judge] = ExactDecimal(units: worth, places: 0)
            }
        }
        var problem = Problem(entries: 0..<4, demand: 1, judges: 0..<3, maximumLoad: 3, affinities: table)
        problem.minimumLoad = 1
        let fair = Assignment(problem, objective: .fairness, seed: 1)
        #expect(fair.underloaded == [])
        #expect(fair.bound == ExactDecimal(units: 1, places: 0))
        problem.minimumLoad = 2
        problem.conflicts = [Pair(entry: 0, judge: 2)]
        let both = Assignment(problem, objective: .fairFirst, seed: 1)
        #expect(both.loads[2] == 0)
    }

    @Test("a round of a thousand entries keeps every rule, and its fairness is proved")
    func large() {
        let (problem, worth) = round(11, entries: 1000, judges: 40, demand: 3, load: 76, .even)
        for objective in [AssignmentObjective.total, .fairness] {
            let assignment = Assignment(problem, objective: objective, seed: 1)
            #expect(assignment.isComplete && assignment.isProved)
            #expect(Set(assignment.pairs).count == 3000)
            #expect(problem.conflicts.isDisjoint(with: assignment.pairs))
            #expect(assignment.loads.values.allSatisfy { $0 <= 76 })
            if objective == .fairness {
                let minimum = sums(assignment.pairs, worth).min() ?? 0
                #expect(assignment.bound == ExactDecimal(units: minimum, places: 3))
            }
        }
    }
}
