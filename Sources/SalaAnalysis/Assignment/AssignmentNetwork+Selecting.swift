extension AssignmentNetwork {
    /// Gives every entry the judges that are worth most to it at the prices, whatever their limits; of those
    /// worth the same the least loaded, and of those one by lot, so that panels mix.
    mutating func select(generator: inout SeededGenerator) {
        for entry in 0..<entryCount {
            for _ in 0..<grid.needs[entry] {
                guard let judge = best(for: entry, generator: &generator) else { break }
                assign(entry, judge)
            }
        }
    }

    private func best(for entry: Int, generator: inout SeededGenerator) -> Int? {
        let row = entry * judgeCount
        var most = AssignmentGrid.closed
        var least = Int.max
        var count = 0
        for judge in 0..<judgeCount where offers[row + judge] != AssignmentGrid.closed {
            let net = offers[row + judge] - prices[judge]
            if net < most { continue }
            let weight = burden(judge)
            if net > most || weight < least {
                most = net
                least = weight
                count = 1
            } else if weight == least {
                count += 1
            }
        }
        guard count > 0 else { return nil }
        var ahead = count == 1 ? 0 : generator.next(below: count)
        for judge in 0..<judgeCount
        where offers[row + judge] != AssignmentGrid.closed && offers[row + judge] - prices[judge] == most
            && burden(judge) == least
        {
            if ahead == 0 { return judge }
            ahead -= 1
        }
        return nil
    }

    /// The load, and behind every other a judge without room.
    private func burden(_ judge: Int) -> Int { load(judge) + (room(judge) > 0 ? 0 : entryCount) }
}
