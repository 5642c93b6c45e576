import SalaThai

extension Membership {
    /// Those who decide are told of one person's claims to one organisation once in so many seconds.
    private static let tellingSeconds: Int64 = 86_400

    /// The fold of all events in order; nil where the first does not say whom it is about.
    public static func replaying(_ id: MembershipID, _ events: [Recorded<MembershipEvent>]) -> Membership? {
        guard let subject = events.first?.body.subject else { return nil }
        var membership = Membership(id: id, person: subject.person, organisation: subject.organisation)
        for event in events { membership.evolve(event) }
        return membership
    }

    /// What the membership is after one more event. It never refuses: what happened, happened.
    public mutating func evolve(_ event: Recorded<MembershipEvent>) {
        sequence = event.sequence
        switch event.body {
        case .carriedOver(_, let roles, let claimedAt):
            self.roles = roles
            self.claimedAt = claimedAt
        case .claimed:
            claimedAt = event.at
            if approversToldAt.map({ $0.adding(seconds: Membership.tellingSeconds) <= event.at }) ?? true {
                approversToldAt = event.at
            }
        case .withdrawn, .refused:
            claimedAt = nil
        case .approved:
            give(.member)
        case .granted(_, let role):
            give(role)
        case .ended:
            roles = []
        }
    }

    private mutating func give(_ role: MembershipRole) {
        if role == .member { claimedAt = nil }
        if !roles.contains(role) { roles.append(role) }
    }
}
