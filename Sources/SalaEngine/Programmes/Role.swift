/// A part that a person plays towards a call and its submissions.
public struct Role: Equatable, Sendable {
    /// Where the role comes from.
    public enum Granting: String, CaseIterable, Sendable {
        /// Nobody grants it: whoever files has it for that submission, with the members of the filing
        /// organisation.
        case filing
        /// Granted in an organisation, it holds for every call that the organisation opens.
        case organisation
        /// Granted for one call.
        case call
    }

    /// Which submissions of a call the role may see.
    public enum Sight: String, CaseIterable, Sendable {
        /// Those filed by the person or by an organisation the person belongs to.
        case own
        /// Those the person is asked to review.
        case assigned
        /// Those that have been filed: no drafts.
        case filed
        case all
    }

    /// What the role may do besides the workflow's actions.
    public enum Permission: String, CaseIterable, Codable, Sendable {
        /// Open, set up, publish and extend calls.
        case manageCall = "manage-call"
        /// Say who has which role in a call, and approve who belongs to an organisation.
        case grantRoles = "grant-roles"
        /// Say who reviews what.
        case assignReviews = "assign-reviews"
        /// Read all reviews, the tally and the ranking.
        case readReviews = "read-reviews"
        /// Hold decisions on a ranking.
        case select
        /// Release the held decisions.
        case release
        /// Read comments and reasons meant for the committee.
        case readCommittee = "read-committee"
        /// Read the answers that the programme calls private.
        case readPrivate = "read-private"
    }

    public var name: String
    public var granting: Granting
    public var sees: Sight
    public var may: Set<Permission>

    public init(name: String, granting: Granting, sees: Sight, may: Set<Permission>) {
        self.name = name
        self.granting = granting
        self.sees = sees
        self.may = may
    }
}
