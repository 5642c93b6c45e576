/// Who judged what: entries and judges hang together when a chain of scores leads from one to the other.
/// Between parts that do not hang together nothing tells a harsh judge from a weak entry.
public struct JudgingGraph<Entry, Judge>: Sendable
where Entry: Hashable & Comparable & Sendable, Judge: Hashable & Comparable & Sendable {
    /// Entries and judges that hang together, each in order.
    public struct Part: Hashable, Sendable {
        public let entries: [Entry]
        public let judges: [Judge]
    }

    /// The largest first, those as large in order of their first entry.
    public let parts: [Part]

    public init(_ scores: [GivenScore<Entry, Judge>]) {
        let entries = Set(scores.map(\.entry)).sorted()
        let judges = Set(scores.map(\.judge)).sorted()
        let entryPlaces = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1, $0) })
        let judgePlaces = Dictionary(uniqueKeysWithValues: judges.enumerated().map { ($1, $0) })
        var roots = Array(0..<(entries.count + judges.count))
        func root(_ node: Int) -> Int {
            var node = node
            while roots[node] != node {
                roots[node] = roots[roots[node]]
                node = roots[node]
            }
            return node
        }
        for score in scores {
            guard let entry = entryPlaces[score.entry], let judge = judgePlaces[score.judge] else { continue }
            roots[root(entry)] = root(entries.count + judge)
        }
        let members = Dictionary(grouping: roots.indices, by: root)
        parts = members.values.map { nodes in
            Part(
                entries: nodes.filter { $0 < entries.count }.map { entries[$0] },
                judges: nodes.filter { $0 >= entries.count }.map { judges[$0 - entries.count] })
        }.sorted {
            $0.entries.count == $1.entries.count
                ? $0.entries.lexicographicallyPrecedes($1.entries) : $0.entries.count > $1.entries.count
        }
    }
}
