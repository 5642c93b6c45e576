/// Looks for an assignment that leaves every entry worth a floor by swapping judges between entries at
/// random, mostly of entries below the floor: threshold accepting (Dueck and Scheuer, doi
/// 10.1016/0021-9991(90)90201-B) of what entries lack of the floor, four times, less the total.
struct SwapSearch {
    private(set) var network: AssignmentNetwork
    private let floor: Int64
    private var generator: SeededGenerator
    /// Entries below the floor, and by entry its place among them or -1.
    private var low: [Int] = []
    private var places: [Int]

    init(_ network: AssignmentNetwork, floor: Int64, seed: UInt64) {
        self.network = network
        self.floor = floor
        generator = SeededGenerator(seed: seed)
        places = Array(repeating: -1, count: network.entryCount)
        for entry in places.indices { note(entry) }
    }

    /// Whether no entry is below the floor after that many tries at most. At first a swap may make things
    /// worse by the tolerance, at last not at all.
    mutating func run(tries: Int, tolerance: Int64) -> Bool {
        for attempt in 0..<tries {
            guard !low.isEmpty else { return true }
            let left = Double(tries - attempt) / Double(tries)
            let isLow = generator.next(below: 10) > 0
            let entry =
                isLow ? low[generator.next(below: low.count)] : generator.next(below: network.entryCount)
            swap(entry, tolerance: Int64(Double(tolerance) * left * left))
        }
        return low.isEmpty
    }

    /// One of the entry's judges for another, from one of the other's entries or from his room.
    private mutating func swap(_ entry: Int, tolerance: Int64) {
        let panel = network.panels[entry]
        guard !panel.isEmpty else { return }
        let judge = panel[generator.next(below: panel.count)]
        let other = generator.next(below: network.judgeCount)
        guard let cost = cost(entry, from: judge, to: other) else { return }
        let hasRoom =
            network.room(other) > 0 && network.canLose(judge)
        let held = network.held[other].count
        guard held > 0 || hasRoom else { return }
        let pick = generator.next(below: held + (hasRoom ? 1 : 0))
        if pick < held {
            let partner = network.held[other][pick]
            guard let back = self.cost(partner, from: other, to: judge), cost + back <= tolerance else {
                return
            }
            network.release(partner, other)
            move(entry, from: judge, to: other)
            network.assign(partner, judge)
            note(partner)
        } else if cost <= tolerance {
            move(entry, from: judge, to: other)
        }
    }

    private mutating func move(_ entry: Int, from judge: Int, to other: Int) {
        network.release(entry, judge)
        network.assign(entry, other)
        note(entry)
    }

    /// Nil when the other judge is not open to the entry.
    private func cost(_ entry: Int, from judge: Int, to other: Int) -> Int64? {
        let offer = network.offers[entry * network.judgeCount + other]
        guard offer != AssignmentGrid.closed else { return nil }
        let gain = offer - network.grid.worth[entry * network.judgeCount + judge]
        let lack = floor - network.sums[entry]
        return 4 * (max(0, lack - gain) - max(0, lack)) - gain
    }

    /// Keeps the list of entries below the floor.
    private mutating func note(_ entry: Int) {
        let isLow = network.sums[entry] < floor
        if isLow, places[entry] < 0 {
            places[entry] = low.count
            low.append(entry)
        } else if !isLow, places[entry] >= 0 {
            let last = low[low.count - 1]
            low[places[entry]] = last
            places[last] = places[entry]
            low.removeLast()
            places[entry] = -1
        }
    }
}
