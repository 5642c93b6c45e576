/// Every set of judges that an entry may get and that is worth a floor to it, best first.
struct PanelCatalogue {
    /// By entry: what its panels are worth, given judges included; descending.
    private(set) var sums: [[Int64]]
    /// By entry: its panels' judges, one panel after the other.
    private(set) var judges: [[Int32]]
    /// By entry: how many judges one of its panels has.
    let sizes: [Int]

    /// Nil when there are more panels than the limit.
    init?(_ grid: AssignmentGrid, floor: Int64, limit: Int) {
        sums = []
        judges = []
        sizes = grid.needs
        var left = limit
        for entry in grid.needs.indices {
            var listing = PanelListing(grid, entry, floor: floor, limit: left)
            listing.extend(from: 0)
            guard !listing.isOverfull else { return nil }
            left -= listing.sums.count
            let size = grid.needs[entry]
            let order = listing.sums.indices.sorted { (-listing.sums[$0], $0) < (-listing.sums[$1], $1) }
            sums.append(order.map { listing.sums[$0] })
            judges.append(order.flatMap { listing.judges[($0 * size)..<($0 * size + size)] })
        }
    }

    /// How many of the entry's panels are worth the floor.
    func count(_ entry: Int, floor: Int64) -> Int {
        var (low, high) = (0, sums[entry].count)
        while low < high {
            let middle = (low + high) / 2
            if sums[entry][middle] >= floor { low = middle + 1 } else { high = middle }
        }
        return low
    }

    func panel(_ entry: Int, _ index: Int) -> [Int] {
        judges[entry][(index * sizes[entry])..<((index + 1) * sizes[entry])].map { Int($0) }
    }

    /// The different sums between two bounds, ascending: no other sum can be the least.
    func sums(above low: Int64, upTo high: Int64) -> [Int64] {
        Set(sums.flatMap { $0.filter { $0 > low && $0 <= high } }).sorted()
    }
}

/// Lists the panels of one entry.
private struct PanelListing {
    var sums: [Int64] = []
    var judges: [Int32] = []
    var isOverfull = false

    private let floor: Int64
    private let limit: Int
    private let size: Int
    /// The judges open to the entry, the worthiest first.
    private let open: [(worth: Int64, judge: Int32)]
    private var sum: Int64
    private var chosen: [Int32] = []

    init(_ grid: AssignmentGrid, _ entry: Int, floor: Int64, limit: Int) {
        self.floor = floor
        self.limit = limit
        size = grid.needs[entry]
        sum = grid.givenWorth[entry]
        open = (0..<grid.judgeCount).filter { grid.isOpen(entry, $0) }
            .map { (grid.worth[entry * grid.judgeCount + $0], Int32($0)) }
            .sorted { (-$0.worth, $0.judge) < (-$1.worth, $1.judge) }
    }

    mutating func extend(from start: Int) {
        let missing = size - chosen.count
        if missing == 0 {
            guard sum >= floor else { return }
            guard sums.count < limit else {
                isOverfull = true
                return
            }
            sums.append(sum)
            judges += chosen
            return
        }
        guard start + missing <= open.count else { return }
        for next in start...(open.count - missing) where !isOverfull {
            let best = open[next..<(next + missing)].reduce(sum) { $0 + $1.worth }
            guard best >= floor else { return }
            chosen.append(open[next].judge)
            sum += open[next].worth
            extend(from: next + 1)
            sum -= open[next].worth
            chosen.removeLast()
        }
    }
}
