/// Who may review what, and how much: the question that every way of assigning judges answers.
public struct AssignmentProblem<Entry, Judge>: Sendable
where Entry: Hashable & Comparable & Sendable, Judge: Hashable & Comparable & Sendable {
    /// One judge on one entry.
    public struct Pair: Hashable, Comparable, Sendable {
        public var entry: Entry
        public var judge: Judge

        public init(entry: Entry, judge: Judge) {
            self.entry = entry
            self.judge = judge
        }

        public static func < (left: Pair, right: Pair) -> Bool {
            left.entry == right.entry ? left.judge < right.judge : left.entry < right.entry
        }
    }

    /// How many judges each entry is to have; less than one asks for none.
    public var demand: [Entry: Int]
    public var judges: Set<Judge>
    /// The fewest entries that one judge is to get, given ones included: as nearly as can be at no loss of
    /// the objective, unless the minimum is firm.
    public var minimumLoad = 0
    /// The minimum load is to be kept whatever it costs the objective.
    public var minimumIsFirm = false
    /// The most entries that one judge gets, given ones included; nil for no limit.
    public var maximumLoad: Int?
    /// Pairs that may never be: conflicts of interest, and assignments that were declined or taken back.
    public var conflicts: Set<Pair>
    /// Pairs that stand already. They are kept whatever the demand and the limit, and count in both; they
    /// may name an entry without demand or a judge who gets no more.
    public var given: Set<Pair>
    /// What the pairs are worth; nil when all are worth the same.
    public var affinities: AffinityTable<Entry, Judge>?

    public init(
        demand: [Entry: Int], judges: Set<Judge>, maximumLoad: Int? = nil, conflicts: Set<Pair> = [],
        given: Set<Pair> = [], affinities: AffinityTable<Entry, Judge>? = nil
    ) {
        self.demand = demand
        self.judges = judges
        self.maximumLoad = maximumLoad
        self.conflicts = conflicts
        self.given = given
        self.affinities = affinities
    }

    /// The same demand for every entry; naming an entry twice changes nothing.
    public init(
        entries: some Sequence<Entry>, demand: Int, judges: some Sequence<Judge>, maximumLoad: Int? = nil,
        conflicts: Set<Pair> = [], given: Set<Pair> = [], affinities: AffinityTable<Entry, Judge>? = nil
    ) {
        self.init(
            demand: Dictionary(entries.map { ($0, demand) }) { first, _ in first }, judges: Set(judges),
            maximumLoad: maximumLoad, conflicts: conflicts, given: given, affinities: affinities)
    }
}
