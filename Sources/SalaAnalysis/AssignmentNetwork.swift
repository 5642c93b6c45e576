/// The flow network behind an assignment: entries with units to send, judges with room, a unit arc for each
/// pair that may be. It is solved by successive shortest paths for the convex cost "sum of squared loads"
/// (Ahuja, Magnanti and Orlin, Network Flows, 1993, chapters 9 and 14): a unit more on a judge who has k
/// costs 2k + 1 and nothing else costs, so the shortest path ends at the least loaded judge that can be
/// reached. Limits are therefore raised one by one, and under each limit paths are taken until there is
/// none.
struct AssignmentNetwork {
    /// The units that each entry still has to send.
    private var needs: [Int]
    private var loads: [Int]
    /// Entry by judge: the pair may be and is not.
    private var open: BitTable
    /// Judge by entry: the pair is, and may be moved.
    private var held: BitTable

    private let judgeCount: Int

    init(needs: [Int], judges: Int) {
        self.needs = needs
        judgeCount = judges
        loads = Array(repeating: 0, count: judges)
        open = BitTable(rows: needs.count, columns: judges, filled: true)
        held = BitTable(rows: judges, columns: needs.count)
    }

    mutating func forbid(entry: Int, judge: Int) {
        open[entry, judge] = false
    }

    /// A pair that stands and is not moved; nil for an entry or a judge outside the network.
    mutating func give(entry: Int?, judge: Int?) {
        if let entry { needs[entry] = max(0, needs[entry] - 1) }
        if let judge { loads[judge] += 1 }
        if let entry, let judge { open[entry, judge] = false }
    }

    /// The pairs that were found, without the given ones.
    var assigned: [(entry: Int, judge: Int)] {
        (0..<judgeCount).flatMap { judge in
            (0..<held.wordsPerRow).flatMap { index in
                SetBits(held.word(judge, index), wordIndex: index).map { ($0, judge) }
            }
        }
    }

    /// Sends as many units as can be sent, each judge's load at most `maximumLoad`.
    mutating func solve(maximumLoad: Int?, generator: inout SeededGenerator) {
        for entry in needs.indices { needs[entry] = min(needs[entry], open.count(row: entry)) }
        let most = (loads.max() ?? 0) + needs.count
        let highest = min(maximumLoad ?? most, most)
        var waiting = needs.indices.filter { needs[$0] > 0 }
        var level = (loads.min() ?? 0) + 1
        while level <= highest, !waiting.isEmpty {
            fill(upTo: level, waiting: &waiting, generator: &generator)
            level += 1
        }
    }

    /// Entries take turns, one unit each, until no path leads to a judge with room. An entry from which
    /// none leads has none later at this level either: other paths never open one.
    private mutating func fill(upTo level: Int, waiting: inout [Int], generator: inout SeededGenerator) {
        var search = PathSearch(entries: needs.count, judges: judgeCount)
        var room = 0
        for judge in loads.indices where loads[judge] < level {
            search.setRoom(judge, true)
            room += level - loads[judge]
        }
        var stuck: [Int] = []
        var turn = 0
        while room > 0, turn < waiting.count {
            let entry = waiting[turn]
            turn += 1
            guard send(from: entry, upTo: level, search: &search, generator: &generator) else {
                stuck.append(entry)
                continue
            }
            room -= 1
            needs[entry] -= 1
            if needs[entry] > 0 { waiting.append(entry) }
        }
        waiting = stuck + waiting[turn...]
    }

    private mutating func send(
        from entry: Int, upTo level: Int, search: inout PathSearch, generator: inout SeededGenerator
    ) -> Bool {
        if search.hasSeen(entry) { return false }
        let last: Int
        if let judge = search.anyRoom(beside: entry, open: open, generator: &generator) {
            assign(entry, judge)
            last = judge
        } else if let path = search.path(from: entry, open: open, held: held) {
            for step in path {
                assign(step.entry, step.judge)
                if let left = step.left { release(step.entry, left) }
            }
            last = path[0].judge
        } else {
            return false
        }
        loads[last] += 1
        if loads[last] == level { search.setRoom(last, false) }
        return true
    }

    private mutating func assign(_ entry: Int, _ judge: Int) {
        open[entry, judge] = false
        held[judge, entry] = true
    }

    private mutating func release(_ entry: Int, _ judge: Int) {
        open[entry, judge] = true
        held[judge, entry] = false
    }
}
