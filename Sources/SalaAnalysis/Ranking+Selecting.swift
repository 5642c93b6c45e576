extension Ranking {
    /// The best of a ranking, and whether the rules were enough to tell them from the rest.
    public struct Selection: Hashable, Sendable {
        /// The first rows, at most as many as were asked for; rows without a rank are never among them.
        public let rows: [Row]
        /// The entries that share the rank through which the cut goes, inside and outside; empty when it
        /// goes through none.
        public let tied: [Entry]
        /// The entries above the tie: selected whatever becomes of it. All selected entries when there is
        /// no tie.
        public let settled: [Entry]
    }

    /// The first `count` rows; a tie across the cut is reported, not decided.
    public func selection(count: Int) -> Selection {
        let ranked = rows.filter { $0.rank != nil }
        let chosen = Array(ranked.prefix(max(0, count)))
        guard let last = chosen.last, chosen.count < ranked.count, ranked[chosen.count].rank == last.rank
        else {
            return Selection(rows: chosen, tied: [], settled: chosen.map(\.entry))
        }
        return Selection(
            rows: chosen, tied: ranked.filter { $0.rank == last.rank }.map(\.entry),
            settled: chosen.filter { $0.rank != last.rank }.map(\.entry))
    }
}
