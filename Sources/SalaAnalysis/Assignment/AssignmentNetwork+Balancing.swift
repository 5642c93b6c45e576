extension AssignmentNetwork {
    /// Moves units from judges with too many to judges with too few, each time along the path of least loss,
    /// until every load is within its limits: successive shortest paths with potentials (Ahuja, Magnanti and
    /// Orlin, Network Flows, 1993, section 9.7). Where every entry has what is worth most to it at the
    /// prices, the result is worth the most of all that keep the limits, and its prices prove it.
    ///
    /// Returns what could not be moved; nil when all is well.
    mutating func balance() -> Overload? {
        var table = ExchangeTable(self)
        var search = BalanceSearch(self)
        while search.hasExcess {
            guard let path = search.path(table, prices) else {
                return Overload(excess: search.excess, reached: search.settled)
            }
            search.raise(&prices)
            walk(path, &table)
            search.settle(path)
        }
        return nil
    }

    /// Hands entries on along a path of judges; the sink may stand between them.
    mutating func walk(_ path: [Int], _ table: inout ExchangeTable) {
        let entries = zip(path, path.dropFirst()).map { from, to in
            from == judgeCount || to == judgeCount ? nil : table.entry(from, to)
        }
        for (step, entry) in entries.enumerated() {
            guard let entry else { continue }
            release(entry, path[step])
            assign(entry, path[step + 1])
            table.follow(entry, from: path[step], to: path[step + 1], self)
        }
    }

    /// What no path leads away from.
    struct Overload {
        /// By judge, and last of the sink: units too many, or too few where it is negative.
        let excess: [Int]
        /// By judge, and last of the sink: reached from where there is too much.
        let reached: [Bool]
    }
}
