/// Raises the total by exchanges around cycles of judges that leave every entry worth a floor, or no less
/// than before where it is below, until it finds none: negative cycles by Bellman and Ford's algorithm.
struct CycleSearch {
    private(set) var network: AssignmentNetwork
    /// Offers and exchanges that were looked at.
    var effort: Int { table.effort + relaxEffort }
    private let floor: Int64
    private var table: ExchangeTable
    private var relaxEffort = 0
    private var losses: [Int64]
    private var before: [Int]

    /// Stands for all judges with room, and all with more than their least load.
    private var pool: Int { network.judgeCount }

    init(_ network: AssignmentNetwork, floor: Int64) {
        self.network = network
        self.floor = floor
        table = ExchangeTable(network, floor: floor)
        losses = Array(repeating: 0, count: network.judgeCount + 1)
        before = losses.map { _ in -1 }
    }

    /// Stops too when it has looked at so many offers and exchanges.
    mutating func improve(limit: Int) {
        while effort < limit, let cycle = cycle() {
            let chain = ExchangeChain(cycle, table)
            if chain.keeps(floor: floor, in: network) {
                chain.walk(&network, &table, floor: floor)
            } else {
                // Until one of its judges is looked through anew, its exchanges are not tried again.
                for step in chain.steps { table.forbid(step.from, step.to) }
            }
        }
    }

    /// Nodes of a cycle whose losses are negative together, each before the next, the first again at the
    /// end.
    private mutating func cycle() -> [Int]? {
        for node in losses.indices {
            losses[node] = 0
            before[node] = -1
        }
        while relax() {
            if let cycle = closed() { return cycle }
        }
        return nil
    }

    private mutating func relax() -> Bool {
        var hasChanged = false
        relaxEffort += pool * pool
        for judge in 0..<pool {
            let row = judge * pool
            for other in 0..<pool {
                let loss = losses[judge] + table.losses[row + other]
                if loss < losses[other] {
                    reach(other, loss, judge)
                    hasChanged = true
                }
            }
            if network.room(judge) > 0, losses[judge] < losses[pool] {
                reach(pool, losses[judge], judge)
                hasChanged = true
            }
        }
        for judge in 0..<pool where network.canLose(judge) {
            if losses[pool] < losses[judge] {
                reach(judge, losses[pool], pool)
                hasChanged = true
            }
        }
        return hasChanged
    }

    private mutating func reach(_ node: Int, _ loss: Int64, _ from: Int) {
        losses[node] = loss
        before[node] = from
    }

    private func closed() -> [Int]? {
        var seen = Array(repeating: -1, count: before.count)
        for start in before.indices where seen[start] < 0 {
            var node = start
            while node >= 0, seen[node] < 0 {
                seen[node] = start
                node = before[node]
            }
            guard node >= 0, seen[node] == start else { continue }
            var cycle = [node]
            repeat { cycle.append(before[cycle[cycle.count - 1]]) } while cycle[cycle.count - 1] != node
            return cycle.reversed()
        }
        return nil
    }
}
