extension Membership {
    /// What follows from a command, or why it is refused. Pure: the same input gives the same events.
    public func decide(
        _ command: MembershipCommand, in situation: MembershipSituation
    ) throws(Refusal) -> [MembershipEvent] {
        switch command {
        case .claim:
            try demandOneself(situation)
            guard !isActive else { throw .membership(.alreadyMember) }
            guard claimedAt == nil else { throw .membership(.alreadyClaimed) }
            guard situation.waitingClaims < Membership.maximumClaims else {
                throw .membership(.tooManyClaims(Membership.maximumClaims))
            }
            return [.claimed(subject)]
        case .withdraw:
            try demandOneself(situation)
            guard claimedAt != nil else { throw .membership(.nothingToDecide) }
            return [.withdrawn]
        case .approve:
            try demandDeciding(situation)
            return [.approved]
        case .refuse(let reason):
            try demandDeciding(situation)
            return [.refused(reason: try given(reason))]
        case .end(let reason):
            return [try decideEnd(reason, situation)]
        case .grant(let role):
            guard situation.actor == .installation else { throw .membership(.notYoursToDecide) }
            guard MembershipRole.standard.union(situation.knownRoles).contains(role) else {
                throw .membership(.unknownRole)
            }
            guard !roles.contains(role) else { throw .membership(.alreadyMember) }
            return [.granted(subject, role: role)]
        }
    }

    private var subject: MembershipEvent.Subject {
        MembershipEvent.Subject(person: person, organisation: organisation)
    }

    private func demandOneself(_ situation: MembershipSituation) throws(Refusal) {
        guard situation.actor == .person(person) else { throw .membership(.notYoursToDecide) }
    }

    /// Refuses to who may not decide before it says whether there is anything to decide.
    private func demandDeciding(_ situation: MembershipSituation) throws(Refusal) {
        guard situation.actor != .person(person) else { throw .membership(.ownClaim) }
        try demandAuthority(situation)
        guard claimedAt != nil else { throw .membership(.nothingToDecide) }
    }

    private func demandAuthority(_ situation: MembershipSituation) throws(Refusal) {
        guard let authority = situation.authority, situation.actor == .person(authority.person),
            authority.decides(about: organisation)
        else { throw .membership(.notYoursToDecide) }
    }

    private func decideEnd(
        _ reason: String, _ situation: MembershipSituation
    ) throws(Refusal) -> MembershipEvent {
        if situation.actor == .person(person) {
            guard isActive else { throw .membership(.notMember) }
            guard reason.count <= Membership.reasonLimit else {
                throw .membership(.reasonTooLong(Membership.reasonLimit))
            }
            return .ended(reason: reason)
        }
        if situation.actor != .installation { try demandAuthority(situation) }
        guard isActive else { throw .membership(.notMember) }
        guard situation.actor == .installation || roles == [.member] else {
            throw .membership(.holdsOffice)
        }
        return .ended(reason: try given(reason))
    }

    private func given(_ reason: String) throws(Refusal) -> String {
        guard reason.contains(where: { !$0.isWhitespace }) else { throw .membership(.reasonMissing) }
        guard reason.count <= Membership.reasonLimit else {
            throw .membership(.reasonTooLong(Membership.reasonLimit))
        }
        return reason
    }
}
