import SalaAnalysis

/// A random assignment problem, so small that every assignment can be looked at.
struct SmallProblem {
    typealias Problem = AssignmentProblem<Int, Int>
    typealias Pair = Problem.Pair

    let problem: Problem
    /// Affinities in hundredths, by entry and judge.
    let worth: [[Int]]

    init(_ instance: Int, entries most: Int = 4, judges mostJudges: Int = 5) {
        var generator = SeededGenerator(seed: UInt64(instance) &* 7919)
        let entries = 1 + generator.next(below: most)
        let judges = 1 + generator.next(below: mostJudges)
        let density = generator.next(below: 3) == 0 ? 30 : 8
        let kind = generator.next(below: 4)
        var worth: [[Int]] = []
        var table = AffinityTable(entries: Array(0..<entries), judges: Array(0..<judges))
        var conflicts: Set<Pair> = []
        var given: Set<Pair> = []
        for entry in 0..<entries {
            worth.append((0..<judges).map { _ in SmallProblem.worth(kind, &generator) })
            for judge in 0..<judges {
                table[entry, judge] = ExactDecimal(units: worth[entry][judge], places: 2)
                let draw = generator.next(below: 100)
                if draw < density {
                    conflicts.insert(Pair(entry: entry, judge: judge))
                } else if draw > 95 {
                    given.insert(Pair(entry: entry, judge: judge))
                }
            }
        }
        let demand = 1 + generator.next(below: 3)
        var problem = Problem(
            entries: 0..<entries, demand: demand, judges: 0..<judges,
            maximumLoad: generator.next(below: 4) == 0 ? nil : 1 + generator.next(below: 4),
            conflicts: conflicts, given: given, affinities: table)
        problem.minimumLoad = generator.next(below: 3)
        problem.minimumIsFirm = generator.next(below: 3) == 0
        self.problem = problem
        self.worth = worth
    }

    /// Ties in plenty, fine differences, bids with losses among them, or judges who are liked by all.
    private static func worth(_ kind: Int, _ generator: inout SeededGenerator) -> Int {
        switch kind {
        case 0: 100 * generator.next(below: 3)
        case 1: generator.next(below: 1000)
        case 2: 50 * generator.next(below: 7) - 100
        default: generator.next(below: 2) * 900 + generator.next(below: 100)
        }
    }

    func sums(_ pairs: [Pair]) -> [Int] {
        worth.indices.map { entry in
            pairs.filter { $0.entry == entry }.reduce(0) { $0 + worth[entry][$1.judge] }
        }
    }

    func squares(_ pairs: [Pair]) -> Int {
        problem.judges.reduce(0) { sum, judge in
            let load = pairs.count { $0.judge == judge }
            return sum + load * load
        }
    }

    /// What keeps the rules of the problem, minimum load and all.
    func isAllowed(_ pairs: [Pair]) -> Bool {
        let all = Set(pairs)
        let kept = problem.given
        return all.count == pairs.count && kept.isSubset(of: all) && problem.conflicts.isDisjoint(with: all)
            && problem.demand.allSatisfy { entry, demand in
                let given = kept.count { $0.entry == entry }
                return pairs.count { $0.entry == entry } == max(demand, given)
            }
            && problem.judges.allSatisfy { judge in
                let load = pairs.count { $0.judge == judge }
                let given = kept.count { $0.judge == judge }
                return load <= max(problem.maximumLoad ?? .max, given)
                    && (!problem.minimumIsFirm
                        || load >= min(problem.minimumLoad, problem.maximumLoad ?? .max))
            }
    }
}
