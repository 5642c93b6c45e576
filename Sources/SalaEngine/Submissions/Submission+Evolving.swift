import SalaThai

extension Submission {
    /// The submission that a first event starts; nil when the event is not a start.
    public static func beginning(_ id: SubmissionID, with event: Recorded<SubmissionEvent>) -> Submission? {
        guard case .started(let start) = event.body else { return nil }
        var submission = Submission(
            id: id, call: start.call, version: start.version, applicant: start.applicant,
            organisation: start.organisation, stage: start.stage, answers: start.answers, at: event.at)
        submission.sequence = event.sequence
        return submission
    }

    /// The fold of all events in order; nil without a start.
    public static func replaying(_ id: SubmissionID, _ events: [Recorded<SubmissionEvent>]) -> Submission? {
        guard let first = events.first, var submission = beginning(id, with: first) else { return nil }
        for event in events.dropFirst() {
            submission.evolve(event)
        }
        return submission
    }

    /// What the submission is after one more event. It never refuses: what happened, happened.
    public mutating func evolve(_ event: Recorded<SubmissionEvent>) {
        sequence = event.sequence
        switch event.body {
        case .started: break
        case .reminded:
            dueHandled = true
        case .clockRefused(let refusal):
            clockRefusal = refusal
        case .answered(_, let set, let cleared):
            answers.merge(set) { _, new in new }
            cleared.forEach { answers[$0] = nil }
        case .attached(let attachment):
            attachments[attachment.id] = attachment
            let items = answers[attachment.question]?.items ?? []
            answers[attachment.question] = .list(items + [attachment.id.description])
        case .detached(let id):
            detach(id)
        case .setAside(_, let answers):
            guard let actor = event.actor else { break }
            asides = (asides ?? [:]).merging([actor: answers]) { $0.merging($1) { $1 } }
        case .invited, .invitationWithdrawn, .joined, .parted:
            evolveInvitations(event)
        case .acted(let acted):
            move(acted, at: event.at)
        case .held(let action, let input):
            held = HeldDecision(action: action, input: input, by: event.actor)
        case .takenBack:
            held = nil
        case .assigned, .assignedAgain, .furtherAsked, .reopened, .unassigned, .roleTakenBack,
            .conflictDenied, .conflictDeclared, .recused, .conflictFound, .abstained, .reviewed:
            evolveReviews(event.body, at: event.at)
        }
    }

    private mutating func detach(_ id: AttachmentID) {
        guard let attachment = attachments[id] else { return }
        let items = answers[attachment.question]?.items.filter { $0 != id.description } ?? []
        answers[attachment.question] = items.isEmpty ? nil : .list(items)
        // Until it is filed anew, others read what was filed, and open the files that it names.
        if filedAnswers?.names(attachment) != true { attachments[id] = nil }
    }

    private mutating func move(_ acted: SubmissionEvent.Acted, at now: Instant) {
        if acted.to != stage { stageSince = now }
        stage = acted.to
        due = acted.due
        dueHandled = false
        clockRefusal = nil
        held = nil
        if let number = acted.number { self.number = number }
        if acted.files {
            filedAt = filedAt ?? now
            answers = acted.answers ?? answers
            filedAnswers = answers
            asides = nil
            attachments = attachments.filter { answers.names($0.value) }
        }
    }

    private mutating func evolveReviews(_ event: SubmissionEvent, at now: Instant) {
        switch event {
        case .assigned(let round, let judge), .assignedAgain(let round, let judge, _),
            .furtherAsked(let round, let judge, _):
            var review = reviews[round]?[judge] ?? Review(state: .assigned)
            review.state = .assigned
            review.reason = ""
            review.lostRole = nil
            review.ground = nil
            review.cleared = nil
            reviews[round, default: [:]][judge] = review
        case .reopened(let round, let judge, let reason):
            let given = reviews[round]?[judge]?.scores
            reviews[round]?[judge]?.state = .begun
            reviews[round]?[judge]?.reason = reason
            reviews[round]?[judge]?.reopened = given
        case .conflictDenied(let round, let judge, _):
            reviews[round]?[judge]?.cleared = now
        case .unassigned(let round, let judge, let reason):
            end(round, judge, .withdrawn, reason)
        case .roleTakenBack(let round, let judge, let role):
            end(round, judge, .withdrawn, "", lostRole: role)
        case .conflictDeclared(let round, let judge, let reason, _):
            end(round, judge, .conflict, reason)
        case .recused(let round, let judge, let reason):
            end(round, judge, .recused, reason)
        case .conflictFound(let round, let judge, let ground):
            end(round, judge, .recused, "")
            reviews[round]?[judge]?.ground = ground
        case .abstained(let round, let judge, let reason):
            end(round, judge, .abstained, reason)
        case .reviewed(let round, let judge, let scoring):
            let before = reviews[round]?[judge]
            reviews[round, default: [:]][judge] = Review(
                state: scoring.isFinal ? .final : .begun, scores: scoring.scores,
                commentToCommittee: scoring.commentToCommittee, commentToFiler: scoring.commentToFiler,
                reason: scoring.isFinal ? "" : before?.reason ?? "", cleared: before?.cleared,
                reopened: before?.reopened)
        default:
            preconditionFailure("not an event of a review: \(event.kind)")
        }
    }

    private mutating func end(
        _ round: String, _ judge: PersonID, _ state: Review.State, _ reason: String, lostRole: String? = nil
    ) {
        var review = reviews[round]?[judge] ?? Review(state: state)
        review.state = state
        review.reason = reason
        review.lostRole = lostRole
        reviews[round, default: [:]][judge] = review
    }
}
