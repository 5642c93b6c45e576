import SalaDatabase
import SalaEngine
import SalaThai

extension Store {
    func insert(_ dossier: WholeDossier, in connection: Connection, at now: Instant) throws {
        let submission = dossier.submission
        try connection.execute(
            """
            insert into submission
                (call_id, id, applicant_id, organisation_id, stage, title, is_public, started_at, updated_at,
                 moved_at, snapshot, head)
            values (\(submission.call), \(submission.id), \(submission.applicant), \(submission.organisation),
                \(submission.stage), \(dossier.title), 0, \(submission.startedAt), \(now),
                \(now), \(try JSON.encode(submission)), \(dossier.head))
            """)
    }

    /// Writes the submission as the events have left it.
    func update(
        _ dossier: WholeDossier, after events: [SubmissionEvent], in connection: Connection, at now: Instant
    ) throws {
        let submission = dossier.submission
        // Both are read where judging is secret: a review that is given touches neither.
        let moved = events.contains(where: \.isMove) ? now : nil
        let updated = events.contains(where: \.isWriting) ? now : moved
        guard events.contains(where: \.movesSubmission) else {
            // Most writes only save what was typed: they leave the columns alone that the indexes hold.
            try connection.execute(
                """
                update submission set title = \(dossier.title), updated_at = coalesce(\(updated), updated_at),
                    snapshot = \(try JSON.encode(submission)), head = \(dossier.head)
                where call_id = \(submission.call) and id = \(submission.id)
                """)
            return
        }
        let isPublic = dossier.publicEntry != nil
        try connection.execute(
            """
            update submission set stage = \(submission.stage), number = \(submission.number),
                title = \(dossier.title), receipt = \(dossier.receipt), held = \(submission.held?.action),
                is_public = \(isPublic), public_since = \(isPublic ? submission.stageSince : nil),
                due_at = \(submission.due), clock_at = \(submission.clockAt),
                filed_at = \(submission.filedAt), updated_at = coalesce(\(updated), updated_at),
                moved_at = coalesce(\(moved), moved_at),
                snapshot = \(try JSON.encode(submission)), head = \(dossier.head)
            where call_id = \(submission.call) and id = \(submission.id)
            """)
    }

    /// Writes what an event changes in the tables that lists, searches and desks read.
    func project(
        _ event: SubmissionEvent, on dossier: inout WholeDossier, at now: Instant, in connection: Connection
    ) throws {
        let submission = dossier.submission
        switch event {
        case .attached(let attachment):
            try connection.execute(
                """
                insert into attachment
                    (call_id, id, submission_id, question, name, media_type, bytes, sha256, state)
                values (\(submission.call), \(attachment.id), \(submission.id), \(attachment.question),
                    \(attachment.name), \(attachment.mediaType), \(attachment.bytes), \(attachment.sha256),
                    \(AttachmentState.open.rawValue))
                """)
        case .detached(let id):
            try connection.drop(id, of: submission)
        case .assigned(let round, let judge), .assignedAgain(let round, let judge, _),
            .furtherAsked(let round, let judge, _), .reopened(let round, let judge, _),
            .conflictDenied(let round, let judge, _), .unassigned(let round, let judge, _),
            .roleTakenBack(let round, let judge, _):
            // The draft of who is taken off waits: whoever is asked anew finds it.
            try projectReview(round, judge, submission, at: now, in: connection)
        case .conflictDeclared(let round, let judge, _, _), .recused(let round, let judge, _),
            .conflictFound(let round, let judge, _), .abstained(let round, let judge, _),
            .reviewed(let round, let judge, _):
            try projectReview(round, judge, submission, at: now, in: connection)
            try connection.dropDraft(of: submission, in: round, by: judge)
        case .acted(let acted) where acted.files:
            if acted.number != nil {
                dossier.receipt = ReceiptCode.code(ofHash: dossier.head)
                dossier.filed += 1
                try connection.execute(
                    "update call set filed = \(dossier.filed) where id = \(submission.call)")
                try connection.raise([.call(dossier.call.handle)])
            }
            try index(dossier, in: connection)
            try connection.fileAttachments(of: submission)
        case .acted(let acted) where dossier.programme.workflow.stage(acted.to)?.isWithdrawn == true:
            // The page of the call counts it no more.
            try connection.raise([.call(dossier.call.handle)])
        case .invited(let id, _), .invitationWithdrawn(let id), .joined(let id), .parted(let id, _):
            try projectInvitation(id, submission, in: connection)
        case .started, .answered, .setAside, .acted, .held, .takenBack, .reminded, .clockRefused:
            break
        }
    }

    private func projectInvitation(
        _ id: InvitationID, _ submission: Submission, in connection: Connection
    ) throws {
        guard let invitation = submission.company.first(where: { $0.id == id }) else { return }
        try connection.execute(
            """
            insert into invitation (call_id, id, submission_id, address, state, person_id)
            values (\(submission.call), \(id), \(submission.id), \(invitation.address),
                \(invitation.state.rawValue), \(invitation.person))
            on conflict (call_id, id) do update
            set state = excluded.state, person_id = excluded.person_id
            """)
    }

    private func projectReview(
        _ round: String, _ judge: PersonID, _ submission: Submission, at now: Instant,
        in connection: Connection
    ) throws {
        guard let review = submission.reviews[round]?[judge] else { return }
        let snapshot = try JSON.encode(review)
        try connection.execute(
            """
            insert into review
                (call_id, submission_id, round, judge_id, state, snapshot, updated_at, cleared_at)
            values (\(submission.call), \(submission.id), \(round), \(judge), \(review.state.rawValue),
                \(snapshot), \(now), \(review.cleared))
            on conflict (call_id, submission_id, round, judge_id) do update
            set state = excluded.state, snapshot = excluded.snapshot, updated_at = excluded.updated_at,
                cleared_at = excluded.cleared_at
            """)
    }
}

extension SubmissionEvent {
    /// Whether the event is an action that has taken effect, which all who see the submission may know of.
    fileprivate var isMove: Bool {
        if case .acted = self { true } else { false }
    }

    /// Whether the filer's side has written.
    fileprivate var isWriting: Bool {
        switch self {
        case .started, .answered, .attached, .detached: true
        default: false
        }
    }

    /// Whether the event changes where a submission rests, what is pending, or its clock.
    var movesSubmission: Bool {
        switch self {
        case .acted, .held, .takenBack, .reminded, .clockRefused: true
        case .started, .answered, .attached, .detached, .setAside, .invited, .invitationWithdrawn, .joined,
            .parted, .assigned, .assignedAgain, .unassigned, .roleTakenBack, .conflictDeclared, .abstained,
            .reviewed, .furtherAsked, .reopened, .conflictDenied, .recused, .conflictFound:
            false
        }
    }
}
