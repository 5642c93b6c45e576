public import SalaThai

extension Submission {
    /// Who was ever invited, first come first.
    public var company: [Invitation] { invitations ?? [] }

    /// For whom it is filed, as late access names entrants.
    public var entrant: LateAccess.Entrant { LateAccess.Entrant(organisation, else: applicant) }

    /// Until when an invitation can be answered: no longer than the submission can be written.
    public func expiry(of invitation: Invitation, under call: Call) -> Instant {
        let latest = invitation.invitedAt.adding(seconds: Invitation.lifetimeSeconds)
        let deadline = filedAt == nil ? call.closes(for: entrant) : due
        return deadline.map { min($0, latest) } ?? latest
    }

    /// Whether the invitation still waits for an answer, and can be answered.
    public func isWaiting(_ invitation: Invitation, under call: Call, at now: Instant) -> Bool {
        invitation.state == .waiting && now <= expiry(of: invitation, under: call)
    }

    private func active(under call: Call, at now: Instant) -> [Invitation] {
        company.filter { $0.state == .joined || isWaiting($0, under: call, at: now) }
    }

    /// Who is on the filer's side by right, and no colleague, may invite while it can be written.
    public func mayInvite(in situation: Situation) -> Bool {
        (try? demandInviting(situation)) != nil
    }

    private func demandInviting(_ situation: Situation) throws(Refusal) {
        guard situation.actor.owns(self) else { throw .notAllowed }
        guard situation.programme.workflow.stage(stage)?.isOpen == true else {
            throw .invitation(.notDraft)
        }
        if filedAt == nil {
            try situation.demandOpenWindow(for: entrant)
        } else if let due, situation.now > due {
            throw .pastDue(due)
        }
    }

    func decideInvite(
        _ id: InvitationID, _ address: String, _ account: Actor?, _ situation: Situation
    ) throws(Refusal) -> [SubmissionEvent] {
        try demandInviting(situation)
        guard account?.writes(self) != true else { throw .invitation(.alreadyMember) }
        let active = active(under: situation.call, at: situation.now)
        guard !active.contains(where: { $0.address == address }) else { throw .invitation(.alreadyInvited) }
        let limit = situation.programme.filing.colleagues.limit
        guard active.count < limit else { throw .invitation(.tooMany(limit)) }
        return [.invited(id, address: address)]
    }

    func decideWithdrawInvitation(
        _ id: InvitationID, _ situation: Situation
    ) throws(Refusal) -> [SubmissionEvent] {
        guard situation.actor.owns(self) else { throw .notAllowed }
        guard let invitation = company.first(where: { $0.id == id }) else { throw .notFound }
        guard invitation.state == .waiting else { throw .alreadyDone }
        return [.invitationWithdrawn(id)]
    }

    func decideJoin(_ id: InvitationID, _ situation: Situation) throws(Refusal) -> [SubmissionEvent] {
        guard situation.actor.person != nil else { throw .notAllowed }
        guard let invitation = company.first(where: { $0.id == id }),
            isWaiting(invitation, under: situation.call, at: situation.now)
        else { throw .invitation(.spent) }
        guard !situation.actor.writes(self) else { throw .invitation(.alreadyMember) }
        // Who works on what is filed writes none of it, nor does the office that the call is of.
        guard situation.actor.roles.isEmpty,
            !situation.actor.organisations.contains(situation.call.organisation)
        else { throw .invitation(.partInCall) }
        guard situation.programme.workflow.stage(stage)?.isOpen == true else {
            throw .invitation(.notDraft)
        }
        return [.joined(id)]
    }

    func decidePart(_ id: InvitationID, _ situation: Situation) throws(Refusal) -> [SubmissionEvent] {
        guard let person = situation.actor.person,
            let invitation = company.first(where: { $0.id == id })
        else { throw .notFound }
        guard invitation.person == person || situation.actor.owns(self) else { throw .notAllowed }
        guard invitation.state == .joined, let colleague = invitation.person else {
            throw .invitation(.notJoined)
        }
        return [.parted(id, person: colleague)]
    }

    /// What was typed is kept once, however often it is sent.
    func decideSetAside(
        _ page: String, _ typed: Answers, _ situation: Situation
    ) throws(Refusal) -> [SubmissionEvent] {
        try demandWriting(situation)
        guard let page = situation.programme.form.page(page), let person = situation.actor.person else {
            throw .notFound
        }
        let known = asides?[person] ?? [:]
        let kept = typed.filter { name, answer in
            page.questions.contains { $0.name == name } && known[name] != answer && answers[name] != answer
        }
        return kept.isEmpty ? [] : [.setAside(page: page.name, answers: kept)]
    }

    mutating func evolveInvitations(_ event: Recorded<SubmissionEvent>) {
        func change(_ id: InvitationID, _ state: Invitation.State) {
            guard let index = company.firstIndex(where: { $0.id == id }) else { return }
            invitations?[index].state = state
            if state == .joined { invitations?[index].person = event.actor }
        }
        switch event.body {
        case .invited(let id, let address):
            guard let inviter = event.actor else { break }
            let invitation = Invitation(id: id, address: address, invitedBy: inviter, invitedAt: event.at)
            invitations = company + [invitation]
        case .invitationWithdrawn(let id): change(id, .withdrawn)
        case .joined(let id): change(id, .joined)
        case .parted(let id, let person): change(id, event.actor == person ? .left : .takenOff)
        default: preconditionFailure("not an event of an invitation: \(event.body.kind)")
        }
    }
}
