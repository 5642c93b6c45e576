/// What can be asked of a membership. The web page, the command line, a demo and a rehearsal all ask this
/// way.
public enum MembershipCommand: Equatable, Sendable {
    /// The person wishes to belong to the organisation.
    case claim
    /// The person no longer wishes to.
    case withdraw
    case approve
    case refuse(reason: String)
    /// The person leaves, for whatever reason or none, or is taken out of the organisation with all roles.
    case end(reason: String)
    /// The operator of the installation gives a role without a claim.
    case grant(MembershipRole)
}

/// Who asks something of a membership.
public enum MembershipActor: Equatable, Sendable {
    case person(PersonID)
    /// Whoever runs the installation, at its command line; nobody who signs in.
    case installation

    /// The person as events name the actor; nil is the installation.
    public var person: PersonID? {
        switch self {
        case .person(let person): person
        case .installation: nil
        }
    }
}
