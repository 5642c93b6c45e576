/// An expected "no" to what was asked of a membership. People read it under the text `refusal.CODE`.
public enum MembershipRefusal: Equatable, Sendable {
    /// The person belongs to the organisation, or has the role, already.
    case alreadyMember
    /// A claim to the same organisation waits already.
    case alreadyClaimed
    /// So many claims of the person wait, and no more may.
    case tooManyClaims(Int)
    /// No claim waits.
    case nothingToDecide
    /// Only members of the organisation and the officers of a call decide.
    case notYoursToDecide
    /// Nobody decides about the own claim.
    case ownClaim
    /// The person does not belong to the organisation.
    case notMember
    /// Only the installation's operator takes somebody out who has a role in the organisation's calls.
    case holdsOffice
    case reasonMissing
    /// Longer than so many characters.
    case reasonTooLong(Int)
    /// No programme grants a role of that name in its offices.
    case unknownRole

    /// The stable name under which tests, logs and texts know it.
    public var code: String {
        switch self {
        case .alreadyMember: "membership-already-member"
        case .alreadyClaimed: "membership-already-claimed"
        case .tooManyClaims: "membership-too-many-claims"
        case .nothingToDecide: "membership-nothing-to-decide"
        case .notYoursToDecide: "membership-not-yours-to-decide"
        case .ownClaim: "membership-own-claim"
        case .notMember: "membership-not-member"
        case .holdsOffice: "membership-holds-office"
        case .reasonMissing: "membership-reason-missing"
        case .reasonTooLong: "membership-reason-too-long"
        case .unknownRole: "membership-unknown-role"
        }
    }
}
