/// What an assignment is to make the most of.
public enum AssignmentObjective: String, CaseIterable, Sendable {
    /// The sum of all affinities.
    case total
    /// The least sum of affinities that any entry gets.
    case fairness
    /// The least sum that any entry gets, and of all assignments with the best least sum the greatest total.
    case fairFirst = "fair-first"
}
