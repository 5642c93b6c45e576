import SalaAnalysis
import Testing

@Suite("Assignment against every possible assignment")
struct AssignmentOptimumTests {
    @Test("the total is the greatest there is, and loads are then as even as can be", arguments: 0..<400)
    func total(instance: Int) {
        let small = SmallProblem(instance)
        let best = Exhaustion(small)
        let assignment = Assignment(small.problem, objective: .total, seed: UInt64(instance))
        #expect(assignment.isComplete == best.isFeasible)
        guard best.isFeasible else { return }
        #expect(small.isAllowed(assignment.pairs))
        #expect(small.sums(assignment.pairs).reduce(0, +) == best.total)
        #expect(small.squares(assignment.pairs) == best.squares)
        #expect(assignment.isProved)
    }

    @Test("the least sum is the greatest there is, and it is proved", arguments: 0..<400)
    func fairness(instance: Int) {
        let small = SmallProblem(instance)
        let best = Exhaustion(small)
        let assignment = Assignment(small.problem, objective: .fairness, seed: UInt64(instance))
        #expect(assignment.isComplete == best.isFeasible)
        guard best.isFeasible else { return }
        #expect(small.isAllowed(assignment.pairs))
        #expect(small.sums(assignment.pairs).min() == best.minimum)
        #expect(assignment.isProved)
    }

    @Test("of all with the greatest least sum, fair-first has the greatest total", arguments: 0..<400)
    func fairFirst(instance: Int) {
        let small = SmallProblem(instance)
        let best = Exhaustion(small)
        let assignment = Assignment(small.problem, objective: .fairFirst, seed: UInt64(instance))
        #expect(assignment.isComplete == best.isFeasible)
        guard best.isFeasible else { return }
        #expect(small.isAllowed(assignment.pairs))
        #expect(small.sums(assignment.pairs).min() == best.minimum)
        #expect(small.sums(assignment.pairs).reduce(0, +) == best.totalAtMinimum)
        #expect(assignment.isProved)
        #expect(assignment.bound == ExactDecimal(units: best.minimum, places: 2))
    }
}
