/// Looks for the path of least loss from any judge with too many units to any with too few, in the graph of
/// judges and the sink: Dijkstra's algorithm over reduced losses.
struct BalanceSearch {
    /// More than any path loses, and less than an exchange that cannot be.
    private static let unreached = ExchangeTable.never / 2

    private let limits: [ClosedRange<Int>]
    /// By judge: units that it sends to the sink.
    private var flow: [Int]
    /// By judge, and last of the sink: units too many, or too few where it is negative.
    private(set) var excess: [Int]
    /// Judges, and last the sink, whose least loss is known from the last search.
    private(set) var settled: [Bool]
    private var losses: [Int64]
    private var before: [Int]
    private var goal: Int64 = 0

    private var sink: Int { limits.count }

    var hasExcess: Bool { excess.contains { $0 > 0 } }

    init(_ network: AssignmentNetwork) {
        let limits = network.grid.limits
        let count = limits.count
        let sinkPrice = network.prices[count]
        let flow = limits.indices.map { judge in
            let held = network.held[judge].count
            // Who has a price must be full, or the price proves nothing.
            if network.prices[judge] > sinkPrice { return limits[judge].upperBound }
            if network.prices[judge] < sinkPrice { return limits[judge].lowerBound }
            return min(max(held, limits[judge].lowerBound), limits[judge].upperBound)
        }
        let beyond = limits.indices.map { network.held[$0].count - flow[$0] }
        self.limits = limits
        self.flow = flow
        excess = beyond + [-beyond.reduce(0, +)]
        settled = Array(repeating: false, count: count + 1)
        losses = Array(repeating: 0, count: count + 1)
        before = Array(repeating: -1, count: count + 1)
    }

    /// From the judge with too many to the one with too few; nil when there is none.
    mutating func path(_ table: ExchangeTable, _ prices: [Int64]) -> [Int]? {
        for node in excess.indices {
            settled[node] = false
            before[node] = -1
            losses[node] = excess[node] > 0 ? 0 : BalanceSearch.unreached
        }
        while let node = nearest() {
            if excess[node] < 0 {
                goal = losses[node]
                return trail(to: node)
            }
            settled[node] = true
            if node == sink { relaxSink(prices) } else { relax(node, table, prices) }
        }
        return nil
    }

    /// Makes the path's reduced losses zero and no other negative.
    func raise(_ prices: inout [Int64]) {
        for node in settled.indices where settled[node] { prices[node] += goal - losses[node] }
    }

    /// Counts the path as walked.
    mutating func settle(_ path: [Int]) {
        for (from, to) in zip(path, path.dropFirst()) {
            if to == sink { flow[from] += 1 }
            if from == sink { flow[to] -= 1 }
        }
        excess[path[0]] -= 1
        excess[path[path.count - 1]] += 1
    }

    private func nearest() -> Int? {
        var best: Int?
        var least = BalanceSearch.unreached
        for node in losses.indices where losses[node] < least && !settled[node] {
            least = losses[node]
            best = node
        }
        return best
    }

    /// A reduced loss is never negative, so no judge whose least loss is known is changed; and an exchange
    /// that cannot be, costs more than what is not reached.
    private mutating func relax(_ judge: Int, _ table: ExchangeTable, _ prices: [Int64]) {
        let start = losses[judge] - prices[judge]
        let row = judge * sink
        for other in 0..<sink {
            let loss = start + table.losses[row + other] + prices[other]
            if loss < losses[other] {
                losses[other] = loss
                before[other] = judge
            }
        }
        if flow[judge] < limits[judge].upperBound, start + prices[sink] < losses[sink] {
            losses[sink] = start + prices[sink]
            before[sink] = judge
        }
    }

    private mutating func relaxSink(_ prices: [Int64]) {
        let start = losses[sink] - prices[sink]
        for judge in 0..<sink where !settled[judge] && flow[judge] > limits[judge].lowerBound {
            if start + prices[judge] < losses[judge] {
                losses[judge] = start + prices[judge]
                before[judge] = sink
            }
        }
    }

    private func trail(to node: Int) -> [Int] {
        var trail = [node]
        while before[trail[trail.count - 1]] >= 0 { trail.append(before[trail[trail.count - 1]]) }
        return trail.reversed()
    }
}
