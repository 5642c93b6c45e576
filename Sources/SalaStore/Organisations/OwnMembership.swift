public import SalaThai

/// A person's own place in an organisation, or the wish for one.
public struct OwnMembership: Equatable, Sendable {
    public var organisation: OrganisationSummary
    public var role: String
    public var state: MembershipState
    public var askedAt: Instant
}
