/// What one judge gave one entry.
public struct GivenScore<Entry, Judge>: Hashable, Sendable
where Entry: Hashable & Comparable & Sendable, Judge: Hashable & Comparable & Sendable {
    public var entry: Entry
    public var judge: Judge
    public var score: ExactDecimal

    public init(entry: Entry, judge: Judge, score: ExactDecimal) {
        self.entry = entry
        self.judge = judge
        self.score = score
    }
}
