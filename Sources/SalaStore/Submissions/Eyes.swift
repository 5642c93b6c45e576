import SalaEngine

/// What of a submission's history one person may see. The filer never learns who reviewed, nor what is
/// pending; a judge sees no other judge's work.
struct Eyes {
    private let dossier: Dossier
    private let isFiler: Bool
    /// The person works on the call's side, with the committee's papers.
    let isCommittee: Bool
    private let readsReviews: Bool
    /// The person sees whatever is filed, and so is one of those who can mend what keeps a clock.
    private let isDesk: Bool

    init(_ dossier: Dossier) {
        self.dossier = dossier
        isFiler = dossier.actor.owns(dossier.submission)
        isCommittee = !isFiler && dossier.actor.may(.readCommittee, in: dossier.programme)
        readsReviews = !isFiler && dossier.actor.may(.readReviews, in: dossier.programme)
        let sights = dossier.programme.roles.filter { dossier.actor.roles.contains($0.name) }.map(\.sees)
        isDesk = !isFiler && !Set(sights).isDisjoint(with: [.filed, .all])
    }

    func sees(_ event: Recorded<SubmissionEvent>) -> Bool {
        switch event.body {
        case .started, .answered, .attached, .detached: isFiler || isCommittee
        case .acted: true
        case .reminded: isFiler || isCommittee
        case .clockRefused: isDesk
        case .held, .takenBack: isCommittee
        case .assigned, .unassigned, .conflictDeclared, .abstained, .reviewed:
            readsReviews || (!isFiler && event.actor != nil && event.actor == dossier.actor.person)
        }
    }

    /// Whether the name behind an event may be shown: one's own, the filer's, or anybody's to the committee.
    func knows(_ person: PersonID) -> Bool {
        isCommittee || person == dossier.actor.person || person == dossier.submission.applicant
    }
}
