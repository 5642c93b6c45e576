import SalaEngine

/// What of one submission a person may see: its answers, its files, its history, its reviews. The filer's
/// side sees what it writes while it may; everybody else, what was last filed, without the answers that are
/// kept from them. Who has a stake in it never learns who reviewed, nor what is pending, whatever other part
/// the person has; a judge sees no other judge's work, nothing at all before having said whether there is a
/// conflict of interest, and in a blind round nothing of who entered.
struct Eyes: Sendable {
    let actor: Actor
    private let programme: Programme
    private let applicant: PersonID
    /// The person writes the submission, or reads it as who does: by right or by invitation.
    let isFiler: Bool
    /// The person has a stake in the submission: is on the filer's side now, or was when it was started.
    let hasStake: Bool
    /// The person works on the call's side, with the committee's papers.
    let isCommittee: Bool
    /// Decisions that are held are no secret from the person.
    let knowsPending: Bool
    /// The person reads all reviews, with the names of those who gave them.
    let readsReviews: Bool
    /// The person sees whatever is filed, and so is one of those who can mend what keeps a clock.
    private let isDesk: Bool
    /// The questions whose answers are kept from the person.
    let hidden: Set<String>
    /// The person judges it and reads nothing of it, having not said yet whether there is a conflict of
    /// interest, or having said that there is.
    let isBarred: Bool
    /// The person judges it and is not to learn who entered.
    let isBlind: Bool

    init(_ dossier: WholeDossier) {
        let (actor, programme, submission) = (dossier.actor, dossier.programme, dossier.submission)
        self.init(
            actor, programme, submission.id, applicant: submission.applicant,
            organisation: submission.organisation,
            open: actor.person.map { submission.roundsOpen(to: $0, of: programme) } ?? [])
    }

    /// - Parameter open: the rounds of which the person may read it as a judge.
    init(
        _ actor: Actor, _ programme: Programme, _ id: SubmissionID, applicant: PersonID,
        organisation: OrganisationID?, open: [Round] = []
    ) {
        self.actor = actor
        self.programme = programme
        self.applicant = applicant
        isFiler = actor.writes(id, applicant: applicant, organisation: organisation)
        hasStake = actor.hasStake(in: id, applicant: applicant, organisation: organisation)
        isCommittee = !hasStake && actor.may(.readCommittee, in: programme)
        knowsPending = !hasStake && actor.knowsPending(in: programme)
        readsReviews = !hasStake && actor.may(.readReviews, in: programme)
        let sights = programme.roles.filter { actor.roles.contains($0.name) }.map(\.sees)
        isDesk = !hasStake && !Set(sights).isDisjoint(with: [.filed, .all])
        let judgesAlone = !isFiler && !programme.showsFilings(to: actor)
        isBarred = judgesAlone && open.isEmpty
        isBlind = judgesAlone && programme.blinds(actor) && open.allSatisfy { $0.blind != nil }
        let kept = isFiler ? [] : programme.questionsHidden(from: actor.roles)
        hidden = isBlind ? kept.union(programme.identifying) : kept
    }

    func sees(_ event: Recorded<SubmissionEvent>) -> Bool {
        switch event.body {
        case _ where isBarred: event.actor != nil && event.actor == actor.person
        case .started: isFiler || isCommittee
        // What is typed between two filings is the filer's alone; others see what was filed.
        case .answered, .attached, .detached, .setAside: isFiler
        // Who writes along is the filer's side, and not for the committee to know.
        case .invited, .invitationWithdrawn, .joined, .parted: isFiler
        case .acted: true
        case .reminded: isFiler || isCommittee
        case .clockRefused: isDesk
        case .held, .takenBack: knowsPending
        case .assigned, .assignedAgain, .furtherAsked, .reopened, .unassigned, .roleTakenBack,
            .conflictDenied, .conflictDeclared, .recused, .conflictFound, .abstained, .reviewed:
            readsReviews || (!hasStake && event.actor != nil && event.actor == actor.person)
        }
    }

    /// The event as far as the person may read it: of what an action asked, those who did not take it and are
    /// not of the committee get what its letter says.
    func told(_ event: Recorded<SubmissionEvent>) -> Recorded<SubmissionEvent> {
        guard case .acted(var acted) = event.body, !isCommittee, event.actor != actor.person else {
            return event
        }
        let filing = programme.roles.filter { $0.granting == .filing }.map(\.name)
        let by = Set(programme.workflow.action(acted.action)?.by ?? [])
        guard !isFiler || by.isDisjoint(with: filing) else { return event }
        // Whoever wrote it may have named who entered.
        acted.input = isBlind || isBarred ? [:] : programme.told(acted.input, of: acted.action)
        var told = event
        told.body = .acted(acted)
        return told
    }

    /// Whether the name behind an event may be shown: one's own, the filer's, or anybody's to the committee.
    func knows(_ person: PersonID) -> Bool {
        isCommittee || person == actor.person || (person == applicant && !isBlind && !isBarred)
    }

    /// Whether the name behind the event may be shown: to those who write together each other's, too.
    func knows(_ person: PersonID, behind event: SubmissionEvent) -> Bool {
        knows(person) || (isFiler && event.isOfFiler)
    }

    /// Whether the name of a judge may be shown whom somebody else asked or took off: to the committee, where
    /// it reads who reviewed.
    func knowsJudge(_ person: PersonID) -> Bool {
        readsReviews && (isCommittee || person == actor.person)
    }

    /// Whether the name of who was faster may be said: those who work at the same desk settle it between
    /// them.
    func knowsFaster(_ person: PersonID) -> Bool { isDesk || knows(person) }
}

extension Eyes {
    func answers(_ answers: Answers) -> Answers {
        guard !isBarred else { return [:] }
        return hidden.isEmpty ? answers : answers.filter { !hidden.contains($0.key) }
    }

    /// The answers that the person reads, those that are kept from the person still among them: as they now
    /// are to the filer's side where it may write them, as they were last filed otherwise.
    func shown(_ whole: Submission) -> Answers {
        isFiler ? programme.answersToFiler(of: whole) : whole.filedAnswers ?? whole.answers
    }

    /// What the filer's side has written by now, though it can be written no more; to others what they read.
    func written(_ whole: Submission) -> Answers {
        isFiler ? whole.answers : answers(shown(whole))
    }

    func submission(_ whole: Submission) -> Submission {
        var seen = whole
        seen.answers = answers(shown(whole))
        seen.filedAnswers = whole.filedAnswers.map(answers)
        if !isFiler {
            seen.invitations = nil
            seen.asides = nil
        }
        if !isFiler { seen.attachments = whole.attachments.filter { seen.answers.names($0.value) } }
        seen.attachments = files(seen.attachments)
        if isBlind || isBarred { seen.organisation = nil }
        seen.reviews = whole.reviews.mapValues { $0.filter { readsReview(by: $0.key) } }
            .filter { !$0.value.isEmpty }
        if !knowsPending { seen.held = nil }
        return seen
    }

    /// The event without the answers that are kept from the person.
    func event(_ whole: Recorded<SubmissionEvent>) -> Recorded<SubmissionEvent> {
        var seen = whole
        switch whole.body {
        case .started(var started):
            started.answers = answers(started.answers)
            seen.body = .started(started)
        case .acted(var acted):
            acted.answers = acted.answers.map(answers)
            seen.body = .acted(acted)
        default: break
        }
        return seen
    }

    /// The files as the person may know them: under names that say nothing of whose they are where that is
    /// hidden.
    func files(_ whole: [AttachmentID: Attachment]) -> [AttachmentID: Attachment] {
        guard isBlind || isBarred else { return whole }
        let byQuestion = Dictionary(grouping: whole.values, by: \.question)
        return byQuestion.values.reduce(into: [:]) { seen, files in
            for (index, file) in files.sorted(by: { $0.id < $1.id }).enumerated() {
                var nameless = file
                nameless.name = "\(file.question)-\(index + 1).\(MediaType.suffix(of: file.mediaType))"
                seen[file.id] = nameless
            }
        }
    }

    private func readsReview(by judge: PersonID) -> Bool {
        readsReviews || (!hasStake && judge == actor.person)
    }
}

extension SubmissionEvent {
    /// Only the filer's side does it.
    fileprivate var isOfFiler: Bool {
        switch self {
        case .started, .answered, .attached, .detached, .setAside, .invited, .invitationWithdrawn, .joined,
            .parted:
            true
        case .acted(let acted): acted.files
        default: false
        }
    }
}
