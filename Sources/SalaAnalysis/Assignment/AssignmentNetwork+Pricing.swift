extension AssignmentNetwork {
    /// Sets prices at which entries that choose freely come near the limits of judges, so that little is
    /// left to balance: the prices of the problem of every fourth entry with a fourth of the room, found in
    /// the same way. Prices decide how long balancing takes, never what comes of it.
    mutating func setPrices(generator: inout SeededGenerator) {
        let count = entryCount / 4
        guard count * 2 > judgeCount else { return }
        var sample = AssignmentNetwork(grid.first(count))
        sample.setPrices(generator: &generator)
        sample.select(generator: &generator)
        // Where a part of a problem has no solution, its prices serve as well.
        _ = sample.balance()
        let sinkPrice = sample.prices[judgeCount]
        prices = sample.prices.map { $0 - sinkPrice }
    }
}

extension AssignmentGrid {
    /// The problem of the first entries alone, each judge with its part of the room; rounding passes on what
    /// it takes, so that the whole room is divided.
    fileprivate func first(_ count: Int) -> AssignmentGrid {
        var part = AssignmentGrid(needs: Array(needs[..<count]), judges: judgeCount)
        part.worth = Array(worth[..<(count * judgeCount)])
        part.offers = Array(offers[..<(count * judgeCount)])
        var (most, least) = (0, 0)
        for judge in limits.indices {
            let before = (most * count / entryCount, least * count / entryCount)
            most += min(limits[judge].upperBound, entryCount)
            least += min(limits[judge].lowerBound, entryCount)
            let upper = most * count / entryCount - before.0
            part.limits[judge] = min(upper, least * count / entryCount - before.1)...upper
        }
        return part
    }
}
