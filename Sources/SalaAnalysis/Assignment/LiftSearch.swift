/// Raises the sums of the entries that are worth least up to a floor, by exchanges that leave every other
/// entry worth the floor, or no less than before where it is below.
struct LiftSearch {
    private(set) var network: AssignmentNetwork
    /// Offers and exchanges that were looked at.
    var effort: Int { table.effort + pathEffort }
    private let limit: Int
    private let floor: Int64
    private var table: ExchangeTable
    private var pathEffort = 0

    /// Gives up when it has looked at so many offers and exchanges.
    init(_ network: AssignmentNetwork, floor: Int64, limit: Int) {
        self.network = network
        self.floor = floor
        self.limit = limit
        table = ExchangeTable(network, floor: floor)
    }

    /// Whether every entry is worth the floor now.
    mutating func lift() -> Bool {
        let low = network.sums.indices.filter { network.sums[$0] < floor }
        for entry in low.sorted(by: { (network.sums[$0], $0) < (network.sums[$1], $1) }) {
            while network.sums[entry] < floor {
                guard effort < limit, step(entry, to: floor) || step(entry, to: network.sums[entry] + 1)
                else {
                    return false
                }
            }
        }
        return true
    }

    /// The entry gives up one judge for another, and is then worth so much at least.
    private mutating func step(_ entry: Int, to sum: Int64) -> Bool {
        let row = entry * network.judgeCount
        let judges = network.panels[entry].sorted {
            (network.grid.worth[row + $0], $0) < (network.grid.worth[row + $1], $1)
        }
        for judge in judges {
            let least = sum - network.sums[entry] + network.grid.worth[row + judge]
            let starts = (0..<network.judgeCount).filter { network.offers[row + $0] >= least }
            guard !starts.isEmpty, let path = path(from: starts, replacing: judge) else { continue }
            var chain = ExchangeChain(path, table)
            chain.begin(with: ExchangeChain.Step(entry: entry, from: judge, to: path[0]))
            guard chain.keeps(floor: floor, in: network),
                network.sums[entry] + (chain.gains(in: network)[entry] ?? 0) >= sum
            else { continue }
            chain.walk(&network, &table, floor: floor)
            return true
        }
        return false
    }

    /// The chain of least loss from one of the judges to the one that is left, or to one with room.
    private mutating func path(from starts: [Int], replacing left: Int) -> [Int]? {
        let count = network.judgeCount
        let mayLoseLoad = network.canLose(left)
        var losses = Array(repeating: ExchangeTable.never, count: count)
        var before = Array(repeating: -1, count: count)
        var isSettled = Array(repeating: false, count: count)
        for start in starts { losses[start] = 0 }
        while true {
            var next = -1
            for judge in 0..<count where !isSettled[judge] && losses[judge] < ExchangeTable.never {
                if next < 0 || losses[judge] < losses[next] { next = judge }
            }
            guard next >= 0 else { return nil }
            isSettled[next] = true
            pathEffort += 2 * count
            if next == left || (mayLoseLoad && network.room(next) > 0) {
                var trail = [next]
                while before[trail[trail.count - 1]] >= 0 { trail.append(before[trail[trail.count - 1]]) }
                return trail.reversed()
            }
            let row = next * count
            for other in 0..<count where table.losses[row + other] < ExchangeTable.never {
                let loss = losses[next] + max(0, table.losses[row + other])
                if loss < losses[other] {
                    losses[other] = loss
                    before[other] = next
                }
            }
        }
    }
}
