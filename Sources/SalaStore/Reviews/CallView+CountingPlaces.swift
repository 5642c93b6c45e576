import SalaEngine

extension CallView {
    /// The places of the round that no released decision has taken.
    ///
    /// - Parameter count: how many submissions rest in those stages.
    func freePlaces(in round: Round, resting count: (Set<String>) -> Int) -> Int {
        let workflow = programme.workflow
        let taken = workflow.stages(beyond: [round.selection.selected])
            .subtracting(workflow.stages(of: round.name))
        return max(0, call.settings.number(round.selection.count, of: programme) - count(taken))
    }

    /// Whether a decision is left for what rests in the round: none has been released, and a place is free or
    /// something befalls those who get none.
    ///
    /// - Parameter count: how many submissions rest in those stages.
    func isUndecided(_ round: Round, resting count: (Set<String>) -> Int) -> Bool {
        count(programme.stages(decidedIn: round)) == 0
            && (round.selection.others != nil || freePlaces(in: round, resting: count) > 0)
    }
}
