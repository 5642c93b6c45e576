/// Finds paths from an entry to a judge with room, over open pairs and back over held ones. What a vain
/// search has seen is not looked at again: nothing in it leads to room, and paths elsewhere do not change
/// that.
struct PathSearch {
    /// An entry takes this judge and, unless the path starts here, leaves another.
    struct Step {
        let entry: Int
        let judge: Int
        let left: Int?
    }

    private var room: [UInt64]
    private var seenJudges: [UInt64]
    private var seenEntries: [UInt64]
    /// For a seen judge the entry it was reached from, for a seen entry the judge.
    private var entryBefore: [Int]
    private var judgeBefore: [Int]

    init(entries: Int, judges: Int) {
        room = Array(repeating: 0, count: (judges + 63) / 64)
        seenJudges = room
        seenEntries = Array(repeating: 0, count: (entries + 63) / 64)
        entryBefore = Array(repeating: 0, count: judges)
        judgeBefore = Array(repeating: 0, count: entries)
    }

    mutating func setRoom(_ judge: Int, _ hasRoom: Bool) {
        let bit: UInt64 = 1 << UInt64(judge & 63)
        if hasRoom { room[judge >> 6] |= bit } else { room[judge >> 6] &= ~bit }
    }

    /// A vain search has been here.
    func hasSeen(_ entry: Int) -> Bool {
        seenEntries[entry >> 6] & (1 << UInt64(entry & 63)) != 0
    }

    /// One of the judges with room that are open to the entry, each as likely: so panels mix, and hardly
    /// any two judges share all their entries.
    func anyRoom(beside entry: Int, open: BitTable, generator: inout SeededGenerator) -> Int? {
        let count = room.indices.reduce(0) { $0 + (open.word(entry, $1) & room[$1]).nonzeroBitCount }
        guard count > 0 else { return nil }
        var ahead = generator.next(below: count)
        for index in room.indices {
            let word = open.word(entry, index) & room[index]
            if ahead < word.nonzeroBitCount {
                return SetBits(word, wordIndex: index).dropFirst(ahead).first { _ in true }
            }
            ahead -= word.nonzeroBitCount
        }
        return nil
    }

    /// The steps of a shortest path, from the judge with room back to the start; nil when there is none.
    mutating func path(from start: Int, open: BitTable, held: BitTable) -> [Step]? {
        let (judgesBefore, entriesBefore) = (seenJudges, seenEntries)
        seenEntries[start >> 6] |= 1 << UInt64(start & 63)
        var queue = [start]
        var next = 0
        while next < queue.count {
            let entry = queue[next]
            next += 1
            for index in room.indices {
                let fresh = open.word(entry, index) & ~seenJudges[index]
                let goal = fresh & room[index]
                for judge in SetBits(goal != 0 ? goal : fresh, wordIndex: index) {
                    entryBefore[judge] = entry
                    if goal != 0 {
                        (seenJudges, seenEntries) = (judgesBefore, entriesBefore)
                        return steps(from: start, to: judge)
                    }
                    reach(judge, held: held, queue: &queue)
                }
                seenJudges[index] |= fresh
            }
        }
        return nil
    }

    private mutating func reach(_ judge: Int, held: BitTable, queue: inout [Int]) {
        for index in seenEntries.indices {
            let fresh = held.word(judge, index) & ~seenEntries[index]
            seenEntries[index] |= fresh
            for entry in SetBits(fresh, wordIndex: index) {
                judgeBefore[entry] = judge
                queue.append(entry)
            }
        }
    }

    private func steps(from start: Int, to goal: Int) -> [Step] {
        var steps: [Step] = []
        var judge = goal
        while true {
            let entry = entryBefore[judge]
            guard entry != start else { return steps + [Step(entry: entry, judge: judge, left: nil)] }
            steps.append(Step(entry: entry, judge: judge, left: judgeBefore[entry]))
            judge = judgeBefore[entry]
        }
    }
}
