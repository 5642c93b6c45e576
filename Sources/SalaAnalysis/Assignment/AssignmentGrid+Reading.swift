extension AssignmentGrid {
    /// The problem's entries and judges in the order of the lists, affinities in units of that many digits
    /// after the point; given pairs that are conflicts are left out.
    init<Entry, Judge>(
        _ problem: AssignmentProblem<Entry, Judge>, entries: [Entry], judges: [Judge], digits: Int
    ) {
        self.init(needs: entries.map { max(0, problem.demand[$0] ?? 0) }, judges: judges.count)
        let entryIndex = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1, $0) })
        let judgeIndex = Dictionary(uniqueKeysWithValues: judges.enumerated().map { ($1, $0) })
        if let table = problem.affinities { read(table, entries, judges, digits: digits) }
        for pair in problem.conflicts {
            guard let entry = entryIndex[pair.entry], let judge = judgeIndex[pair.judge] else { continue }
            close(entry: entry, judge: judge)
        }
        for pair in problem.given.subtracting(problem.conflicts) {
            give(
                entry: entryIndex[pair.entry], judge: judgeIndex[pair.judge],
                worth: problem.affinities?.scaled(pair, digits: digits) ?? 0)
        }
        for entry in needs.indices { needs[entry] = max(0, needs[entry]) }
        let least = problem.minimumIsFirm ? problem.minimumLoad : 0
        for judge in limits.indices {
            let most = max(0, (problem.maximumLoad ?? .max) - givenLoads[judge])
            limits[judge] = min(max(0, least - givenLoads[judge]), most)...most
        }
    }

    private mutating func read<Entry, Judge>(
        _ table: AffinityTable<Entry, Judge>, _ entries: [Entry], _ judges: [Judge], digits: Int
    ) {
        let columns = judges.map { table.place(of: $0) }
        for (entry, id) in entries.enumerated() {
            guard let row = table.place(of: id) else { continue }
            for (judge, column) in columns.enumerated() {
                guard let column else { continue }
                let cell = entry * judgeCount + judge
                worth[cell] = table.scaled(row, column, digits: digits)
                offers[cell] = worth[cell]
            }
        }
    }
}

extension AffinityTable {
    fileprivate func scaled(_ pair: AssignmentProblem<Entry, Judge>.Pair, digits: Int) -> Int64? {
        guard let entry = place(of: pair.entry), let judge = place(of: pair.judge) else { return nil }
        return scaled(entry, judge, digits: digits)
    }
}
