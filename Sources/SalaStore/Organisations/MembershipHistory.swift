public import SalaEngine

/// What happened to memberships, with the names of everybody concerned.
public struct MembershipHistory: Equatable, Sendable {
    /// One thing that happened to one membership.
    public struct Entry: Equatable, Sendable {
        public var person: PersonID
        public var organisation: OrganisationSummary
        public var event: Recorded<MembershipEvent>
    }

    /// Latest first.
    public var entries: [Entry]
    public var names: [PersonID: String]
}
