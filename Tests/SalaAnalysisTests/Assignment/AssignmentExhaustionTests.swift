import SalaAnalysis
import Testing

@Suite("Balanced assignment against every possible assignment")
struct AssignmentExhaustionTests {
    private typealias Problem = AssignmentProblem<Int, Int>
    private typealias Pair = Problem.Pair

    @Test("as many pairs as possible, and of those ways the least sum of squared loads", arguments: 0..<300)
    func optimum(instance: Int) {
        let problem = random(instance)
        let assignment = Assignment(problem, seed: UInt64(instance))
        let best = exhaustive(problem)
        let kept = problem.given.subtracting(problem.conflicts)

        #expect(assignment.added.count == best.added)
        #expect(squares(assignment.pairs, problem.judges) == best.squares)
        #expect(kept.isSubset(of: assignment.pairs))
        #expect(problem.conflicts.isDisjoint(with: assignment.pairs))
        #expect(Set(assignment.pairs).count == assignment.pairs.count)
        #expect(allowed(assignment.added, beside: kept, in: problem))
        let missing = problem.demand.map { entry, demand in
            max(0, demand - assignment.pairs.filter { $0.entry == entry }.count)
        }
        #expect(assignment.short.reduce(0) { $0 + $1.missing } == missing.reduce(0, +))
        #expect(assignment.isComplete == missing.allSatisfy { $0 == 0 })
    }

    /// Up to four entries and four judges, many conflicts, some given pairs, often not feasible.
    private func random(_ instance: Int) -> Problem {
        var generator = SeededGenerator(seed: UInt64(instance) &* 7919)
        let entries = 1 + generator.next(below: 4)
        let judges = 1 + generator.next(below: 4)
        let density = generator.next(below: 70)
        var conflicts: Set<Pair> = []
        var given: Set<Pair> = []
        for entry in 0..<entries {
            for judge in 0..<judges {
                if generator.next(below: 100) < density { conflicts.insert(Pair(entry: entry, judge: judge)) }
                if generator.next(below: 100) < 10 { given.insert(Pair(entry: entry, judge: judge)) }
            }
        }
        let demand = Dictionary(uniqueKeysWithValues: (0..<entries).map { ($0, generator.next(below: 4)) })
        return Problem(
            demand: demand, judges: Set(0..<judges),
            maximumLoad: generator.next(below: 3) == 0 ? nil : 1 + generator.next(below: 3),
            conflicts: conflicts,
            given: given)
    }

    private func exhaustive(_ problem: Problem) -> (added: Int, squares: Int) {
        let kept = problem.given.subtracting(problem.conflicts)
        let free = problem.demand.keys.sorted().flatMap { entry in
            problem.judges.sorted().map { Pair(entry: entry, judge: $0) }
        }.filter { !kept.contains($0) && !problem.conflicts.contains($0) }
        var best = (added: 0, squares: squares(Array(kept), problem.judges))
        extend([], with: free[...], beside: kept, in: problem) { added in
            let candidate = (added: added.count, squares: squares(added + kept, problem.judges))
            if candidate.added > best.added
                || (candidate.added == best.added && candidate.squares < best.squares)
            {
                best = candidate
            }
        }
        return best
    }

    private func extend(
        _ added: [Pair], with free: ArraySlice<Pair>, beside kept: Set<Pair>, in problem: Problem,
        visit: ([Pair]) -> Void
    ) {
        guard let next = free.first else { return visit(added) }
        extend(added, with: free.dropFirst(), beside: kept, in: problem, visit: visit)
        if allowed(added + [next], beside: kept, in: problem) {
            extend(added + [next], with: free.dropFirst(), beside: kept, in: problem, visit: visit)
        }
    }

    /// Nothing is added to an entry beyond its demand or to a judge beyond the limit.
    private func allowed(_ added: [Pair], beside kept: Set<Pair>, in problem: Problem) -> Bool {
        added.allSatisfy { pair in
            let all = added + kept
            return !problem.conflicts.contains(pair) && !kept.contains(pair)
                && all.filter { $0.entry == pair.entry }.count <= problem.demand[pair.entry] ?? 0
                && all.filter { $0.judge == pair.judge }.count <= problem.maximumLoad ?? .max
        }
    }

    private func squares(_ pairs: [Pair], _ judges: Set<Int>) -> Int {
        judges.reduce(0) { sum, judge in
            let load = pairs.filter { $0.judge == judge }.count
            return sum + load * load
        }
    }
}
