public import SalaThai

/// What happened to a membership. Cases and names are kept for ever: stored events are read with them.
public enum MembershipEvent: Equatable, Codable, Sendable {
    /// What stood already when the membership's events began to be kept.
    case carriedOver(Subject, roles: [MembershipRole], claimedAt: Instant?)
    case claimed(Subject)
    case withdrawn
    case approved
    case refused(reason: String)
    /// By the installation's operator, without a claim.
    case granted(Subject, role: MembershipRole)
    /// The person left, or was taken out when somebody else is the actor; the reason may be empty when the
    /// person left.
    case ended(reason: String)

    /// Whom the membership's events are about.
    public struct Subject: Equatable, Codable, Sendable {
        public var person: PersonID
        public var organisation: OrganisationID

        public init(person: PersonID, organisation: OrganisationID) {
            self.person = person
            self.organisation = organisation
        }
    }

    /// Said by every event that may be a membership's first.
    public var subject: Subject? {
        switch self {
        case .carriedOver(let subject, _, _), .claimed(let subject), .granted(let subject, _): subject
        case .withdrawn, .approved, .refused, .ended: nil
        }
    }

    /// The stable word that tables and timelines use.
    public var kind: String {
        switch self {
        case .carriedOver: "membership-carried-over"
        case .claimed: "membership-claimed"
        case .withdrawn: "membership-withdrawn"
        case .approved: "membership-approved"
        case .refused: "membership-refused"
        case .granted: "membership-granted"
        case .ended: "membership-ended"
        }
    }
}
