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
    static let left: SQL = "('conflict', 'abstained', 'withdrawn')"
}
