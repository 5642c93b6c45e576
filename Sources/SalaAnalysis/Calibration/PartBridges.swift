/// Reviews that would connect the parts of a judging graph: as few as there are parts, less one.
public struct PartBridges<Entry, Judge>: Sendable
where Entry: Hashable & Comparable & Sendable, Judge: Hashable & Comparable & Sendable {
    /// A judge of one part for an entry of another.
    public typealias Pair = AssignmentProblem<Entry, Judge>.Pair

    /// In order of the parts that they reach.
    public let pairs: [Pair]
    /// No allowed pair reaches so many of the parts.
    public let unreached: Int

    /// Part by part, the largest first: each is joined to what is joined already by the judge with the least
    /// to do, among equals the first.
    ///
    /// - Parameters:
    ///   - entries: those that may still be given a judge.
    ///   - loads: those who may still be asked, with what they are asked for.
    public init(
        _ parts: [JudgingGraph<Entry, Judge>.Part], entries: Set<Entry>, loads: [Judge: Int],
        conflicts: Set<Pair>
    ) {
        var loads = loads
        var joined = Array(parts.prefix(1))
        var waiting = Array(parts.dropFirst())
        var pairs: [Pair] = []
        var isMoving = true
        while isMoving {
            isMoving = false
            for (index, part) in waiting.enumerated() {
                let found =
                    PartBridges.pair(joined.flatMap(\.judges), part.entries, entries, loads, conflicts)
                    ?? PartBridges.pair(part.judges, joined.flatMap(\.entries), entries, loads, conflicts)
                guard let found else { continue }
                pairs.append(found)
                loads[found.judge, default: 0] += 1
                joined.append(part)
                waiting.remove(at: index)
                isMoving = true
                break
            }
        }
        self.pairs = pairs
        unreached = waiting.count
    }

    private static func pair(
        _ judges: [Judge], _ entries: [Entry], _ open: Set<Entry>, _ loads: [Judge: Int],
        _ conflicts: Set<Pair>
    ) -> Pair? {
        let free = judges.compactMap { judge in loads[judge].map { ($0, judge) } }.sorted { $0 < $1 }
        for (_, judge) in free {
            for entry in entries where open.contains(entry) {
                let pair = Pair(entry: entry, judge: judge)
                if !conflicts.contains(pair) { return pair }
            }
        }
        return nil
    }
}
