import SalaDatabase
import SalaEngine

extension Review.State {
    /// The states of `Review.isActive` as a list in SQL.
    static let active: SQL = "('assigned', 'begun', 'final')"
    /// The states of reviews that are asked for and not yet given.
    static let open: SQL = "('assigned', 'begun')"
    /// The states of reviews that the judge left with a reason.
    static let declared: SQL = "('conflict', 'abstained')"
    /// The states of reviews that the judge left with a reason or was taken off.
    static let left: SQL = "('conflict', 'abstained', 'withdrawn', 'recused')"

    /// A condition on the table `review`: the judge may read what it is of.
    static func readable(in programme: Programme) -> SQL {
        "review.state in \(active) and not \(awaiting(in: programme))"
    }

    /// A condition on the table `review`: the judge has still to say whether there is a conflict of interest,
    /// as `Submission.awaitsAnswer` has it.
    static func awaiting(in programme: Programme) -> SQL {
        let asking = programme.rounds.filter(\.conflicts.asks).map(\.name)
        return """
            (review.state = 'assigned' and review.cleared_at is null and review.round in \(list: asking))
            """
    }
}
