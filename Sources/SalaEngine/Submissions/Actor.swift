/// Who acts: a person with the roles and organisations that count for one call, or the clock.
public struct Actor: Equatable, Sendable {
    /// Nil is the clock.
    public var person: PersonID?
    /// The roles granted in the call or in its office; `filing` roles are found by looking at the submission.
    public var roles: Set<String>
    /// The organisations that the person belongs to.
    public var organisations: Set<OrganisationID>
    /// The submissions that the person was invited to and writes along now.
    public var joined: Set<SubmissionID>
    /// Those that the person ever wrote along by invitation.
    public var everJoined: Set<SubmissionID>
    /// Those that the person has left; known of a judge who is to be asked.
    public var formerOrganisations: Set<OrganisationID> = []
    /// The provinces, by code, of those that the person belongs to; known of a judge who is to be asked.
    public var provinces: Set<String> = []

    public init(
        person: PersonID?, roles: Set<String>, organisations: Set<OrganisationID>,
        joined: Set<SubmissionID> = [], everJoined: Set<SubmissionID> = []
    ) {
        self.person = person
        self.roles = roles
        self.organisations = organisations
        self.joined = joined
        self.everJoined = everJoined.union(joined)
    }

    /// Time itself, which takes the actions by `clock`.
    public static let clock = Actor(person: nil, roles: [Action.clockRole], organisations: [])

    /// Someone who has not signed in.
    public static let nobody = Actor(person: nil, roles: [], organisations: [])

    /// Whether the submission is the person's own to read and write: what was started for an organisation
    /// belongs to those who are in it now, and no more to who has left it.
    public func owns(_ submission: Submission) -> Bool {
        owns(applicant: submission.applicant, organisation: submission.organisation)
    }

    /// The same for what that person started for that organisation.
    public func owns(applicant: PersonID, organisation: OrganisationID?) -> Bool {
        organisation.map(organisations.contains) ?? (person == applicant)
    }

    /// Whether the person may read and write the submission: it is the person's own, or the person was
    /// invited to it.
    public func writes(_ submission: Submission) -> Bool {
        writes(submission.id, applicant: submission.applicant, organisation: submission.organisation)
    }

    /// The same for what that person started for that organisation.
    public func writes(
        _ id: SubmissionID, applicant: PersonID, organisation: OrganisationID?
    ) -> Bool {
        joined.contains(id) || owns(applicant: applicant, organisation: organisation)
    }

    /// Whether the person has a stake in the submission and so decides nothing about it: it is the person's
    /// own, was started by the person for an organisation left since, or was ever written along.
    public func hasStake(in submission: Submission) -> Bool {
        hasStake(in: submission.id, applicant: submission.applicant, organisation: submission.organisation)
    }

    /// The same for what that person started for that organisation.
    public func hasStake(
        in id: SubmissionID, applicant: PersonID, organisation: OrganisationID?
    ) -> Bool {
        person == applicant || everJoined.contains(id)
            || owns(applicant: applicant, organisation: organisation)
    }

    /// All roles towards one submission, those that filing gives included.
    public func roles(towards submission: Submission, of programme: Programme) -> Set<String> {
        guard owns(submission) else { return roles }
        return roles.union(programme.roles.filter { $0.granting == .filing }.map(\.name))
    }

    /// Whether one of the granted roles gives the permission.
    public func may(_ permission: Role.Permission, in programme: Programme) -> Bool {
        programme.roles.contains { roles.contains($0.name) && $0.may.contains(permission) }
    }
}
