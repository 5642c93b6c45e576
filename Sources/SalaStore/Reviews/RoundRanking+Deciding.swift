import SalaEngine

extension RoundRanking {
    /// Whether something is still to be decided about what rests in the round.
    public var isUndecided: Bool {
        !waiting.isEmpty && view.isUndecided(round, resting: resting)
    }

    /// What still rests in the round, best first.
    public var waiting: [RankedEntry] {
        let stages = stages
        return entries.filter { stages.contains($0.submission.stage) }
    }

    /// The decisions that follow from the ranking for what still rests in the round, best first: the entry,
    /// the held action, and whether it selects.
    public var decisions: [(entry: RankedEntry, action: String, selects: Bool)] {
        var free = view.freePlaces(in: round, resting: resting)
        return waiting.compactMap { entry in
            let selects = free > 0 && entry.rank != nil
            if selects { free -= 1 }
            let action = selects ? round.selection.selected : round.selection.others
            return action.map { (entry, $0, selects) }
        }
    }

    private func resting(in stages: Set<String>) -> Int {
        entries.count { stages.contains($0.submission.stage) }
    }
}
