import SalaAnalysis
import Testing

@Suite("Balanced assignment")
struct BalancedAssignmentTests {
    private typealias Problem = AssignmentProblem<Int, Int>
    private typealias Assignment = SalaAnalysis.Assignment<Int, Int>

    private func pair(_ entry: Int, _ judge: Int) -> Problem.Pair { Problem.Pair(entry: entry, judge: judge) }

    @Test(
        "every entry gets its judges and loads differ by at most one", arguments: [0, 1, 2, 3, 4] as [UInt64])
    func balance(seed: UInt64) {
        let assignment = Assignment(Problem(entries: 0..<500, demand: 3, judges: 0..<70), seed: seed)
        #expect(assignment.isComplete)
        #expect(Set(assignment.pairs).count == 1500)
        #expect(Dictionary(grouping: assignment.pairs, by: \.entry).values.allSatisfy { $0.count == 3 })
        // 1500 = 70 × 21 + 30
        #expect(assignment.loads.values.filter { $0 == 21 }.count == 40)
        #expect(assignment.loads.values.filter { $0 == 22 }.count == 30)
        #expect(Dictionary(grouping: assignment.pairs, by: \.judge).mapValues(\.count) == assignment.loads)
    }

    @Test("conflicts are never assigned and loads stay even around them")
    func conflicts() {
        let conflicts = Set(
            (0..<200).flatMap { entry in
                (0..<30).filter { $0 % 7 == entry % 7 }.map { pair(entry, $0) }
            })
        let problem = Problem(
            entries: 0..<200, demand: 3, judges: 0..<30, maximumLoad: 20, conflicts: conflicts)
        let assignment = Assignment(problem, seed: 5)
        #expect(assignment.isComplete)
        #expect(conflicts.isDisjoint(with: assignment.pairs))
        #expect(assignment.loads.values.allSatisfy { $0 == 20 })
    }

    @Test("a chain of conflicts that only one arrangement satisfies is found")
    func onlyOneWay() {
        // Entry k may go to judges 0...k only, one entry a judge: entry k must get judge k.
        let conflicts = Set((0..<40).flatMap { entry in (entry + 1..<41).map { pair(entry, $0) } })
        let problem = Problem(
            entries: 0..<40, demand: 1, judges: 0..<40, maximumLoad: 1, conflicts: conflicts)
        let assignment = Assignment(problem, seed: 8)
        #expect(assignment.pairs == (0..<40).map { pair($0, $0) })
    }

    @Test("given assignments are kept, count in demand and load, and conflicts among them are left out")
    func given() {
        let given: Set = [pair(0, 0), pair(1, 0), pair(2, 0), pair(3, 9), pair(77, 1), pair(4, 2)]
        let problem = Problem(
            entries: 0..<6, demand: 2, judges: 0..<4, maximumLoad: 3, conflicts: [pair(4, 2)], given: given)
        let assignment = Assignment(problem, seed: 1)
        #expect(assignment.isComplete)
        #expect(assignment.refused == [pair(4, 2)])
        #expect(given.subtracting(assignment.pairs) == [pair(4, 2)])
        #expect(Set(assignment.added).isDisjoint(with: given))
        #expect(assignment.added.count == 12 - 4)
        #expect(assignment.loads[0] == 3)
        #expect(assignment.loads[9] == 1)
        // 3 + 1 given loads and 8 more over judges 0 to 3, the first of them full.
        #expect(assignment.loads.filter { $0.key < 4 }.values.sorted() == [3, 3, 3, 3])
    }

    @Test("given assignments above demand and limit stay and nothing is added to them")
    func givenBeyond() {
        let given = Set((0..<4).map { pair($0, 0) } + (0..<3).map { pair(0, $0) })
        let problem = Problem(entries: 0..<4, demand: 1, judges: 0..<3, maximumLoad: 2, given: given)
        let assignment = Assignment(problem, seed: 1)
        #expect(Set(assignment.pairs) == given)
        #expect(assignment.isComplete)
    }

    @Test("what cannot be met is named with how much is missing")
    func infeasible() {
        let conflicts: Set = [pair(2, 0), pair(2, 1)]
        let few = Assignment(Problem(entries: 0..<4, demand: 2, judges: 0..<3, conflicts: conflicts), seed: 1)
        #expect(few.short.map(\.entry) == [2])
        #expect(few.short.map(\.missing) == [1])
        #expect(few.pairs.count == 7)
        let full = Assignment(Problem(entries: 0..<10, demand: 3, judges: 0..<5, maximumLoad: 4), seed: 1)
        #expect(full.pairs.count == 20)
        #expect(full.short.reduce(0) { $0 + $1.missing } == 10)
        let nobody = Assignment(Problem(entries: 0..<2, demand: 3, judges: []), seed: 1)
        #expect(nobody.short.map(\.missing) == [3, 3])
        #expect(Assignment(Problem(entries: [], demand: 3, judges: 0..<2), seed: 1).loads == [0: 0, 1: 0])
        #expect(
            Assignment(Problem(entries: 0..<2, demand: 3, judges: 0..<9, maximumLoad: 0), seed: 1).pairs
                .isEmpty)
        #expect(Assignment(Problem(entries: 0..<2, demand: -1, judges: 0..<9), seed: 1).isComplete)
    }

    @Test("the order of entries and judges changes nothing; the seed does")
    func permutation() {
        var generator = SeededGenerator(seed: 21)
        let entries = Array(0..<50)
        let judges = Array(0..<12)
        let first = Assignment(Problem(entries: entries, demand: 3, judges: judges), seed: 4)
        for _ in 0..<5 {
            let shuffled = Problem(
                entries: generator.shuffled(entries), demand: 3, judges: generator.shuffled(judges))
            #expect(Assignment(shuffled, seed: 4).pairs == first.pairs)
        }
        #expect(
            Assignment(Problem(entries: entries, demand: 3, judges: judges), seed: 5).pairs != first.pairs)
    }

    @Test("a nationwide round of 7,850 entries by 300 judges by three is even around every own entry")
    func nationwide() {
        let conflicts = Set((0..<7850).map { pair($0, $0 % 300) })
        let problem = Problem(
            entries: 0..<7850, demand: 3, judges: 0..<300, maximumLoad: 79, conflicts: conflicts)
        let assignment = Assignment(problem, seed: 1)
        #expect(assignment.isComplete)
        #expect(conflicts.isDisjoint(with: assignment.pairs))
        // 23,550 = 300 × 78 + 150
        #expect(assignment.loads.values.filter { $0 == 78 }.count == 150)
        #expect(assignment.loads.values.filter { $0 == 79 }.count == 150)
    }

    @Test(
        "panels mix: judges and entries hang together, and few panels repeat",
        arguments: [1, 2, 3] as [UInt64])
    func mixing(seed: UInt64) {
        let assignment = Assignment(Problem(entries: 0..<200, demand: 3, judges: 0..<30), seed: seed)
        let panels = Dictionary(grouping: assignment.pairs, by: \.entry).values.map { Set($0.map(\.judge)) }
        #expect(Set(panels).count > 180)
        var reached: Set = [0]
        for _ in 0..<30 {
            for panel in panels where !panel.isDisjoint(with: reached) { reached.formUnion(panel) }
        }
        #expect(reached.count == 30)
    }
}
