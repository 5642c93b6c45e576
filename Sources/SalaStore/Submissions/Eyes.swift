import SalaEngine

/// What of a submission's history one person may see. The filer never learns who reviewed, nor what is
/// pending; a judge sees no other judge's work.
struct Eyes {
    private let dossier: Dossier
    private let isFiler: Bool
    /// The person works on the call's side, with the committee's papers.
    let isCommittee: Bool
    private let readsReviews: Bool

    init(_ dossier: Dossier) {
        self.dossier = dossier
        isFiler = dossier.actor.owns(dossier.submission)
        isCommittee = !isFiler && dossier.actor.may(.readCommittee, in: dossier.programme)
        readsReviews = !isFiler && dossier.actor.may(.readReviews, in: dossier.programme)
    }

    func sees(_ event: Recorded<SubmissionEvent>) -> Bool {
        switch event.body {
        case .started, .answered, .attached, .detached: isFiler || isCommittee
        case .acted: true
        case .reminded: isFiler || isCommittee
        case .held, .takenBack: isCommittee
        case .assigned, .unassigned, .conflictDeclared, .abstained, .reviewed:
            readsReviews || (!isFiler && event.actor != nil && event.actor == dossier.actor.person)
        }
    }

    /// The event as far as the person may read it: of what an action asked, those who did not take it and are
    /// not of the committee get what its letter says.
    func told(_ event: Recorded<SubmissionEvent>) -> Recorded<SubmissionEvent> {
        guard case .acted(var acted) = event.body, !isCommittee, event.actor != dossier.actor.person else {
            return event
        }
        let filing = dossier.programme.roles.filter { $0.granting == .filing }.map(\.name)
        let by = Set(dossier.programme.workflow.action(acted.action)?.by ?? [])
        guard !isFiler || by.isDisjoint(with: filing) else { return event }
        acted.input = dossier.programme.told(acted.input, of: acted.action)
        var told = event
        told.body = .acted(acted)
        return told
    }

    /// Whether the name behind an event may be shown: one's own, the filer's, or anybody's to the committee.
    func knows(_ person: PersonID) -> Bool {
        isCommittee || person == dossier.actor.person || person == dossier.submission.applicant
    }
}
