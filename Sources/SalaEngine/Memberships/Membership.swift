public import SalaThai

/// What a person is to one organisation, and the claim to belong to it while it waits: the fold of its
/// events.
public struct Membership: Equatable, Codable, Sendable {
    /// How many claims of one person may wait at the same time.
    public static let maximumClaims = 5
    /// The longest reason, in characters.
    public static let reasonLimit = 500

    public var id: MembershipID
    public var person: PersonID
    public var organisation: OrganisationID
    /// In the order in which they were given; whoever has one belongs to the organisation.
    public internal(set) var roles: [MembershipRole]
    /// Since when a claim to be a member waits; nil when none does.
    public internal(set) var claimedAt: Instant?
    /// When those who may decide were last told that a claim waits.
    public internal(set) var approversToldAt: Instant?
    public internal(set) var sequence: Int

    /// Nothing yet: the person is a stranger to the organisation.
    public init(id: MembershipID, person: PersonID, organisation: OrganisationID) {
        self.id = id
        self.person = person
        self.organisation = organisation
        roles = []
        sequence = 0
    }

    /// Whether the person belongs to the organisation now.
    public var isActive: Bool { !roles.isEmpty }
}
