/// For every two judges a and b what it costs least to hand one entry from a to b, and which entry that is.
///
/// Handing on along a chain of judges moves one unit of load from its first judge to its last. The entries
/// of a chain's steps may be the same only where the steps do not meet, so a chain that visits no judge
/// twice can always be walked.
struct ExchangeTable {
    /// Stands for "there is no such entry"; sums of some such do not overflow.
    static let never = Int64.max / 8

    let judgeCount: Int
    /// Row by row: the loss of handing from the row's judge to the column's.
    private(set) var losses: [Int64]
    /// The entry that is handed on at that loss.
    private var entries: [Int32]
    /// How many offers were looked at, to tell when it is enough.
    private(set) var effort = 0

    init(_ network: AssignmentNetwork, floor: Int64? = nil) {
        judgeCount = network.judgeCount
        losses = Array(repeating: ExchangeTable.never, count: judgeCount * judgeCount)
        entries = Array(repeating: -1, count: judgeCount * judgeCount)
        for judge in 0..<judgeCount { rebuild(judge, network, floor: floor) }
    }

    func entry(_ from: Int, _ to: Int) -> Int { Int(entries[from * judgeCount + to]) }

    /// Looks through a judge's entries anew. With a floor, an entry is handed on only if it is left worth so
    /// much, or no less than before where it is below.
    mutating func rebuild(_ judge: Int, _ network: AssignmentNetwork, floor: Int64? = nil) {
        for other in 0..<judgeCount { clear(judge, other) }
        effort += network.held[judge].count * judgeCount
        for entry in network.held[judge] {
            let slack = floor.map { max(0, network.sums[entry] - $0) } ?? ExchangeTable.never - 1
            offer(entry, of: judge, network, slack: slack)
        }
    }

    /// The path of fewest exchanges from one of the judges to a goal, over exchanges that may be taken; nil
    /// when there is none.
    func path(from starts: [Int], to isGoal: (Int) -> Bool, over isAllowed: (Int, Int, Int64) -> Bool)
        -> [Int]?
    {
        var before = Array(repeating: -1, count: judgeCount)
        var queue = starts
        for judge in starts { before[judge] = judge }
        var next = 0
        while next < queue.count {
            let judge = queue[next]
            next += 1
            for other in 0..<judgeCount where before[other] < 0 {
                let loss = losses[judge * judgeCount + other]
                guard loss != ExchangeTable.never, isAllowed(judge, other, loss) else { continue }
                before[other] = judge
                queue.append(other)
                guard isGoal(other) else { continue }
                var path = [other]
                while before[path[path.count - 1]] != path[path.count - 1] {
                    path.append(before[path[path.count - 1]])
                }
                return path.reversed()
            }
        }
        return nil
    }

    /// Follows one entry from a judge to another, where it is now; there is no floor.
    mutating func follow(_ entry: Int, from: Int, to: Int, _ network: AssignmentNetwork) {
        offer(entry, of: to, network, slack: ExchangeTable.never - 1)
        for other in 0..<judgeCount where entries[from * judgeCount + other] == entry {
            rescan(from, other, network)
        }
        for judge in network.panels[entry] where judge != to {
            if entries[judge * judgeCount + to] == entry { rescan(judge, to, network) }
            let worth = network.grid.worth[entry * judgeCount + judge]
            offer(entry, worth - network.offers[entry * judgeCount + from], judge * judgeCount + from)
        }
    }

    /// Any judge may be handed the entry, as long as the loss is within the slack. Nearly all of a search's
    /// time is spent here, hence the bare memory.
    private mutating func offer(_ entry: Int, of judge: Int, _ network: AssignmentNetwork, slack: Int64) {
        let worth = network.grid.worth[entry * judgeCount + judge]
        let (row, count) = (judge * judgeCount, judgeCount)
        let name = Int32(truncatingIfNeeded: entry)
        network.offers.withUnsafeBufferPointer { all in
            let offers = UnsafeBufferPointer(rebasing: all[(entry * count)..<(entry * count + count)])
            losses.withUnsafeMutableBufferPointer { losses in
                entries.withUnsafeMutableBufferPointer { entries in
                    for other in 0..<count {
                        // A closed offer makes the loss greater than any slack.
                        let loss = worth - offers[other]
                        if loss <= slack, loss < losses[row + other] {
                            losses[row + other] = loss
                            entries[row + other] = name
                        }
                    }
                }
            }
        }
    }

    private mutating func offer(_ entry: Int, _ loss: Int64, _ cell: Int) {
        guard loss < losses[cell] else { return }
        losses[cell] = loss
        entries[cell] = Int32(truncatingIfNeeded: entry)
    }

    private mutating func rescan(_ judge: Int, _ other: Int, _ network: AssignmentNetwork) {
        clear(judge, other)
        for entry in network.held[judge] {
            let worth = network.grid.worth[entry * judgeCount + judge]
            offer(
                entry, worth - network.offers[entry * judgeCount + other], judge * judgeCount + other)
        }
    }

    /// Until the row is looked through anew, nothing is handed from the one to the other.
    mutating func forbid(_ judge: Int, _ other: Int) { clear(judge, other) }

    private mutating func clear(_ judge: Int, _ other: Int) {
        losses[judge * judgeCount + other] = ExchangeTable.never
        entries[judge * judgeCount + other] = -1
    }
}
