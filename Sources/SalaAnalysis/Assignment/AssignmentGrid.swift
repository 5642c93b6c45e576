/// An assignment problem as arrays over entries and judges in a certain order.
struct AssignmentGrid {
    /// Stands in `offers` where a pair may not be; far below every worth, and sums of two such do not
    /// overflow.
    static let closed = Int64.min / 4

    var entryCount: Int { needs.count }
    var judgeCount: Int { limits.count }
    /// By entry: how many judges it is still to have beside the given ones.
    var needs: [Int]
    /// By entry: what its given judges are worth together.
    var givenWorth: [Int64]
    /// By judge: how many given pairs it is in.
    var givenLoads: [Int]
    /// By judge: the fewest and the most units beside the given pairs.
    var limits: [ClosedRange<Int>]
    /// Entry by entry and in it judge by judge: what the pair is worth.
    var worth: [Int64]
    /// `worth` where the pair may be and is not given, `closed` elsewhere.
    var offers: [Int64]

    /// All open, worth nothing, without limits.
    init(needs: [Int], judges: Int) {
        self.needs = needs
        givenWorth = Array(repeating: 0, count: needs.count)
        givenLoads = Array(repeating: 0, count: judges)
        limits = Array(repeating: 0...needs.count, count: judges)
        worth = Array(repeating: 0, count: needs.count * judges)
        offers = worth
    }

    mutating func close(entry: Int, judge: Int) {
        offers[entry * judgeCount + judge] = AssignmentGrid.closed
    }

    /// A pair that stands; nil for an entry or a judge outside the grid.
    mutating func give(entry: Int?, judge: Int?, worth given: Int64) {
        if let entry {
            needs[entry] -= 1
            givenWorth[entry] += given
        }
        if let judge { givenLoads[judge] += 1 }
        if let entry, let judge { close(entry: entry, judge: judge) }
    }

    mutating func lowerLimit(of judge: Int, by units: Int) {
        limits[judge] = (limits[judge].lowerBound - units)...limits[judge].upperBound
    }

    func isOpen(_ entry: Int, _ judge: Int) -> Bool {
        offers[entry * judgeCount + judge] != AssignmentGrid.closed
    }

    /// The same with every pair worth nothing.
    var unweighted: AssignmentGrid {
        var grid = self
        for cell in offers.indices where offers[cell] != AssignmentGrid.closed { grid.offers[cell] = 0 }
        for cell in worth.indices { grid.worth[cell] = 0 }
        for entry in needs.indices { grid.givenWorth[entry] = 0 }
        return grid
    }

    var isUnweighted: Bool {
        worth.allSatisfy { $0 == 0 } && givenWorth.allSatisfy { $0 == 0 }
    }

    /// The same problem with entries and judges in another order; `entries[0]` is the place so far of the
    /// one that comes first.
    func ordered(entries: [Int], judges: [Int]) -> AssignmentGrid {
        var grid = AssignmentGrid(needs: entries.map { needs[$0] }, judges: judges.count)
        grid.givenWorth = entries.map { givenWorth[$0] }
        grid.givenLoads = judges.map { givenLoads[$0] }
        grid.limits = judges.map { limits[$0] }
        var cell = 0
        for entry in entries {
            for judge in judges {
                grid.worth[cell] = worth[entry * judgeCount + judge]
                grid.offers[cell] = offers[entry * judgeCount + judge]
                cell += 1
            }
        }
        return grid
    }
}
