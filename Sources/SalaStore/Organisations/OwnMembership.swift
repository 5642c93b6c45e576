public import SalaEngine
public import SalaThai

/// A person's own role in an organisation, or the claim to belong to it.
public struct OwnMembership: Equatable, Sendable {
    /// Who decides about a claim that waits.
    public enum Deciders: Equatable, Sendable {
        /// Those who belong to the organisation: so many.
        case members(Int)
        /// Nobody belongs to it yet: the officers of these offices, of which the first few are named.
        case offices([OrganisationSummary])
    }

    public var organisation: OrganisationSummary
    public var role: MembershipRole
    public var state: MembershipState
    public var askedAt: Instant
    public var decidedAt: Instant?
    /// Of a refusal.
    public var reason: String?
    /// Nil unless the claim waits.
    public var deciders: Deciders?
}
