/// Everything besides the membership that a decision about it depends on. The store gathers it in the same
/// transaction.
public struct MembershipSituation: Sendable {
    public var actor: MembershipActor
    /// About which organisations the actor decides.
    public var authority: MembershipAuthority?
    /// How many claims of the person wait, in whichever organisations.
    public var waitingClaims: Int
    /// The roles that programmes grant in their offices.
    public var knownRoles: Set<MembershipRole>

    public init(
        actor: MembershipActor, authority: MembershipAuthority? = nil, waitingClaims: Int = 0,
        knownRoles: Set<MembershipRole> = []
    ) {
        self.actor = actor
        self.authority = authority
        self.waitingClaims = waitingClaims
        self.knownRoles = knownRoles
    }
}
