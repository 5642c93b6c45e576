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
                 snapshot, head)
            values (\(submission.call), \(submission.id), \(submission.applicant), \(submission.organisation),
                \(submission.stage), \(dossier.title), 0, \(submission.startedAt), \(now),
                \(try JSON.encode(submission)), \(dossier.head))
            """)
    }

    /// - Parameter moved: whether more than what is written in it may have changed.
    func update(
        _ dossier: WholeDossier, moved: Bool, in connection: Connection, at now: Instant
    ) throws {
        let submission = dossier.submission
        guard moved else {
            // Most writes only save what was typed: they leave the columns alone that the indexes hold.
            try connection.execute(
                """
                update submission set title = \(dossier.title), updated_at = \(now),
                    snapshot = \(try JSON.encode(submission)), head = \(dossier.head)
                where call_id = \(submission.call) and id = \(submission.id)
                """)
            return
        }
        let isPublic = dossier.programme.workflow.stage(submission.stage)?.isPublic ?? false
        try connection.execute(
            """
            update submission set stage = \(submission.stage), number = \(submission.number),
                title = \(dossier.title), receipt = \(dossier.receipt), held = \(submission.held?.action),
                is_public = \(isPublic), public_since = \(isPublic ? submission.stageSince : nil),
                due_at = \(submission.due), clock_at = \(submission.clockAt),
                filed_at = \(submission.filedAt), updated_at = \(now),
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
                    (call_id, id, submission_id, question, name, media_type, bytes, sha256)
                values (\(submission.call), \(attachment.id), \(submission.id), \(attachment.question),
                    \(attachment.name), \(attachment.mediaType), \(attachment.bytes), \(attachment.sha256))
                """)
        case .detached(let id):
            try forget([id], of: submission, in: connection)
        case .assigned(let round, let judge), .unassigned(let round, let judge, _),
            .conflictDeclared(let round, let judge, _), .abstained(let round, let judge, _),
            .reviewed(let round, let judge, _):
            try projectReview(round, judge, submission, at: now, in: connection)
        case .acted(let acted) where acted.files:
            if acted.number != nil {
                dossier.receipt = ReceiptCode.code(ofHash: dossier.head)
                dossier.filed += 1
                try connection.execute(
                    "update call set filed = \(dossier.filed) where id = \(submission.call)")
                try connection.raise([.call(dossier.call.handle)])
            }
            try index(dossier, in: connection)
            let named = submission.earlierAnswers?.values.flatMap(\.items) ?? []
            try forget(named.compactMap { AttachmentID($0) }, of: submission, in: connection)
        case .started, .answered, .acted, .held, .takenBack, .reminded, .clockRefused:
            break
        }
    }

    /// Forgets those of the files that the submission has no more.
    private func forget(
        _ files: [AttachmentID], of submission: Submission, in connection: Connection
    ) throws {
        let gone = files.filter { submission.attachments[$0] == nil }.map(\.uuid)
        guard !gone.isEmpty else { return }
        try connection.execute(
            "delete from attachment where call_id = \(submission.call) and id in \(list: gone)")
    }

    private func projectReview(
        _ round: String, _ judge: PersonID, _ submission: Submission, at now: Instant,
        in connection: Connection
    ) throws {
        guard let review = submission.reviews[round]?[judge] else { return }
        let snapshot = try JSON.encode(review)
        try connection.execute(
            """
            insert into review (call_id, submission_id, round, judge_id, state, snapshot, updated_at)
            values (\(submission.call), \(submission.id), \(round), \(judge), \(review.state.rawValue),
                \(snapshot), \(now))
            on conflict (call_id, submission_id, round, judge_id) do update
            set state = excluded.state, snapshot = excluded.snapshot, updated_at = excluded.updated_at
            """)
    }
}

extension SubmissionEvent {
    /// Whether the event changes where a submission rests, what is pending, or its clock.
    var movesSubmission: Bool {
        switch self {
        case .acted, .held, .takenBack, .reminded, .clockRefused: true
        case .started, .answered, .attached, .detached, .assigned, .unassigned, .conflictDeclared, .abstained,
            .reviewed:
            false
        }
    }
}
