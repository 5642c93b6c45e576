import SalaThai

extension Submission {
    /// The first event of a submission, or why it may not be started.
    ///
    /// - Parameter existing: how many submissions the filer already has under the call that were not
    ///   withdrawn.
    public static func starting(
        for organisation: OrganisationID?, version: VersionID, existing: Int, in situation: Situation
    ) throws(Refusal) -> SubmissionEvent {
        let programme = situation.programme
        guard let person = situation.actor.person else { throw .notAllowed }
        guard situation.call.state == .published else { throw .callNotPublished }
        try situation.demandOpenWindow(for: LateAccess.Entrant(organisation, else: person))
        switch programme.filing.by {
        case .organisation:
            guard let organisation, situation.actor.organisations.contains(organisation) else {
                throw .notAllowed
            }
            // The office that opens a call does not enter it.
            guard organisation != situation.call.organisation else { throw .ownOrganisation }
        case .person:
            guard organisation == nil else { throw .notAllowed }
        }
        if let limit = programme.filing.limit, existing >= limit { throw .limitReached(limit) }
        return .started(
            SubmissionEvent.Started(
                call: situation.call.id, version: version, applicant: person, organisation: organisation,
                stage: programme.workflow.first.name, answers: programme.form.standardAnswers))
    }
}

extension Situation {
    /// Refuses outside the call's period, by the server's clock, but for who was granted late access, and
    /// beside results that are out.
    func demandOpenWindow(for entrant: LateAccess.Entrant) throws(Refusal) {
        guard call.state == .published else { throw .callNotPublished }
        guard now >= call.period.opens else { throw .windowNotOpen(opens: call.period.opens) }
        if let closes = call.closes(for: entrant), !call.period(for: entrant).contains(now) {
            throw .windowClosed(closed: closes)
        }
        guard !call.isConcluded else { throw .resultsReleased }
    }
}
