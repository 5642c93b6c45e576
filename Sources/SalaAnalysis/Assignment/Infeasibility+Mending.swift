extension Infeasibility {
    /// One change of a problem that gives it a solution; it is as small as a change of its kind can be.
    public enum Mend: Hashable, Sendable {
        case maximumLoad(from: Int, to: Int)
        /// So many judges more, without conflicts.
        case judges(Int)
        case demand(from: Int, to: Int)
        case minimumLoad(from: Int, to: Int)
        /// Conflicts that would have to be none.
        case conflicts([AssignmentProblem<Entry, Judge>.Pair])

        /// By how many units of its kind the problem is changed.
        public var size: Int {
            switch self {
            case .maximumLoad(let from, let to), .demand(let from, let to), .minimumLoad(let from, let to):
                abs(to - from)
            case .judges(let count): count
            case .conflicts(let pairs): pairs.count
            }
        }
    }
}

extension Infeasibility.Mend {
    /// One of each kind that can mend the problem; those that are harder to justify come later.
    static func all(for problem: AssignmentProblem<Entry, Judge>, missing: Int) -> [Self] {
        let order = AssignmentOrder(problem.unweighted, seed: 0)
        return [
            higherMaximum(problem, order), moreJudges(problem, order.grid, missing: missing),
            lowerMinimum(problem, order), lowerDemand(problem, order), fewerConflicts(problem),
        ].compactMap { $0 }
    }

    private static func higherMaximum(
        _ problem: AssignmentProblem<Entry, Judge>, _ order: AssignmentOrder<Entry, Judge>
    ) -> Self? {
        guard let most = problem.maximumLoad else { return nil }
        let highest = max(most, order.entries.count + problem.given.count)
        var changed = problem
        return least(from: most + 1, to: highest) { load in
            changed.maximumLoad = load
            return solves(changed, order)
        }.map { .maximumLoad(from: most, to: $0) }
    }

    private static func lowerMinimum(
        _ problem: AssignmentProblem<Entry, Judge>, _ order: AssignmentOrder<Entry, Judge>
    ) -> Self? {
        guard problem.minimumIsFirm, problem.minimumLoad > 0 else { return nil }
        var changed = problem
        return least(from: 1, to: problem.minimumLoad) { less in
            changed.minimumLoad = problem.minimumLoad - less
            return solves(changed, order)
        }.map { .minimumLoad(from: problem.minimumLoad, to: problem.minimumLoad - $0) }
    }

    private static func lowerDemand(
        _ problem: AssignmentProblem<Entry, Judge>, _ order: AssignmentOrder<Entry, Judge>
    ) -> Self? {
        guard let most = problem.demand.values.max(), most > 1 else { return nil }
        var changed = problem
        return least(from: 1, to: most - 1) { less in
            changed.demand = problem.demand.mapValues { min($0, most - less) }
            return solves(changed, order)
        }.map { .demand(from: most, to: most - $0) }
    }

    private static func moreJudges(
        _ problem: AssignmentProblem<Entry, Judge>, _ grid: AssignmentGrid, missing: Int
    ) -> Self? {
        if problem.maximumLoad == 0 { return nil }
        // Each missing pair could have a judge of its own.
        let most = problem.maximumLoad ?? grid.entryCount
        let fewest = (missing + most - 1) / most
        return least(from: max(1, fewest), to: missing) { count in
            let floor = problem.minimumIsFirm ? min(problem.minimumLoad, most) : 0
            return AssignmentFlow(grid.widened(by: count, limits: floor...most)).isComplete
        }.map { .judges($0) }
    }

    /// The fewest conflicts: they are opened at a loss of one each, and the greatest total is looked for.
    private static func fewerConflicts(_ problem: AssignmentProblem<Entry, Judge>) -> Self? {
        let conflicts = problem.conflicts.filter { pair in
            (problem.demand[pair.entry] ?? 0) > 0 && problem.judges.contains(pair.judge)
        }
        guard !conflicts.isEmpty else { return nil }
        var open = problem
        open.conflicts = []
        let entries = Set(conflicts.map(\.entry)).sorted()
        let judges = Set(conflicts.map(\.judge)).sorted()
        var table = AffinityTable(entries: entries, judges: judges)
        for pair in conflicts {
            guard let entry = table.place(of: pair.entry), let judge = table.place(of: pair.judge) else {
                continue
            }
            table[entry, judge] = ExactDecimal(units: -1, places: 0)
        }
        open.affinities = table
        let assignment = Assignment(open, seed: 0)
        guard assignment.isComplete else { return nil }
        return .conflicts(assignment.added.filter { conflicts.contains($0) })
    }

    private static func solves(
        _ problem: AssignmentProblem<Entry, Judge>, _ order: AssignmentOrder<Entry, Judge>
    ) -> Bool {
        let grid = AssignmentGrid(
            problem.unweighted, entries: order.entries, judges: order.judges, digits: 0)
        return AssignmentFlow(grid).isComplete
    }

    /// The least number that will do, where every greater one does as well; nil when none does. Small ones
    /// are tried first.
    private static func least(from low: Int, to high: Int, _ does: (Int) -> Bool) -> Int? {
        guard low <= high else { return nil }
        var (fails, step) = (low - 1, 1)
        while !does(min(fails + step, high)) {
            if fails + step >= high { return nil }
            fails += step
            step *= 2
        }
        var first = min(fails + step, high)
        while first - fails > 1 {
            let middle = fails + (first - fails) / 2
            if does(middle) { first = middle } else { fails = middle }
        }
        return first
    }
}

extension AssignmentProblem {
    /// The same with every pair worth the same.
    var unweighted: AssignmentProblem {
        var problem = self
        problem.affinities = nil
        return problem
    }
}

extension AssignmentGrid {
    /// With so many judges more, open to every entry.
    fileprivate func widened(by count: Int, limits added: ClosedRange<Int>) -> AssignmentGrid {
        var grid = AssignmentGrid(needs: needs, judges: judgeCount + count)
        grid.limits = limits + Array(repeating: added, count: count)
        grid.givenLoads = givenLoads + Array(repeating: 0, count: count)
        for entry in needs.indices {
            for judge in 0..<judgeCount where !isOpen(entry, judge) { grid.close(entry: entry, judge: judge) }
        }
        return grid
    }
}
