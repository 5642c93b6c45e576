import SalaEngine

extension RoundRanking {
    /// Whether something is still to be decided in the round: a place is free for what rests there, or
    /// something befalls those who get none.
    public var isUndecided: Bool {
        !waiting.isEmpty && (freePlaces > 0 || round.selection.others != nil)
    }

    /// What still rests in the round, best first.
    public var waiting: [RankedEntry] {
        let stages = stages
        return entries.filter { stages.contains($0.submission.stage) }
    }

    /// The decisions that follow from the ranking for what still rests in the round, best first: the entry,
    /// the held action, and whether it selects.
    public var decisions: [(entry: RankedEntry, action: String, selects: Bool)] {
        var free = freePlaces
        return waiting.compactMap { entry in
            let selects = free > 0 && entry.rank != nil
            if selects { free -= 1 }
            let action = selects ? round.selection.selected : round.selection.others
            return action.map { (entry, $0, selects) }
        }
    }

    /// The places that no released decision has taken.
    private var freePlaces: Int {
        let stages = stages
        let taken = view.programme.workflow.stages(beyond: [round.selection.selected]).subtracting(stages)
        return max(0, places - entries.count { taken.contains($0.submission.stage) })
    }
}
