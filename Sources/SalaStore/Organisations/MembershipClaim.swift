public import SalaEngine
public import SalaThai

/// A person's wish to belong to an organisation, waiting for somebody who may say yes.
public struct MembershipClaim: Equatable, Sendable {
    public var organisation: OrganisationSummary
    public var person: PersonID
    public var name: String
    public var email: String
    public var askedAt: Instant
    public var evidence: ClaimEvidence
}
