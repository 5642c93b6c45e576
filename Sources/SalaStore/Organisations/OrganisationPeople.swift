public import SalaEngine
public import SalaThai

/// Who belongs to an organisation, and how that came about.
public struct OrganisationPeople: Equatable, Sendable {
    /// Somebody who belongs to it.
    public struct Member: Equatable, Sendable {
        public var person: PersonID
        public var name: String
        public var email: String
        /// In the order in which they were given.
        public var roles: [MembershipRole]
        public var since: Instant
    }

    public var organisation: OrganisationSummary
    /// Those who have belonged to it longest first.
    public var members: [Member]
    public var history: MembershipHistory
}
