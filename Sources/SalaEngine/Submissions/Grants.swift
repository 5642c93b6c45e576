/// What somebody has been granted, whatever it counts for: roles in calls, and places in organisations.
public struct Grants: Equatable, Sendable {
    public var roles: [CallID: Set<String>]
    public var places: [OrganisationID: Set<MembershipRole>]
    /// The submissions that the person was invited to and joined, with how that stands now.
    public var invitations: [SubmissionID: Invitation.State]

    public init(
        roles: [CallID: Set<String>] = [:], places: [OrganisationID: Set<MembershipRole>] = [:],
        invitations: [SubmissionID: Invitation.State] = [:]
    ) {
        self.roles = roles
        self.places = places
        self.invitations = invitations
    }
}

extension Actor {
    /// The person with what counts in the call: the roles that the programme lets calls grant, where they
    /// are granted in this one, and those that it lets organisations grant, where they are held in its
    /// office.
    public init(_ person: PersonID, _ grants: Grants, in call: Call, of programme: Programme) {
        let granted = grants.roles[call.id, default: []]
        let held = grants.places[call.organisation, default: []]
        let counting = programme.roles.filter { role in
            switch role.granting {
            case .call: granted.contains(role.name)
            case .organisation: held.contains(MembershipRole(rawValue: role.name))
            case .filing: false
            }
        }
        self.init(
            person: person, roles: Set(counting.map(\.name)), organisations: Set(grants.places.keys),
            joined: Set(grants.invitations.filter { $0.value == .joined }.keys),
            everJoined: Set(grants.invitations.keys))
    }
}
