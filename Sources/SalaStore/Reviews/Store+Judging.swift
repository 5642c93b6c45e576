import SalaDatabase
public import SalaEngine
public import SalaThai

/// A judge's own line: what waits and what is done.
public struct JudgeRow: Sendable {
    public var submission: SubmissionRow
    public var round: String
    public var review: Review
    /// The judge has written something that is not handed in.
    public var hasDraft: Bool

    /// The row without what the judge never read, having declared a conflict before.
    func asRead(in programme: Programme) -> JudgeRow {
        guard !review.isActive, review.cleared == nil, let definition = programme.round(round),
            definition.conflicts.asks
        else { return self }
        var read = self
        read.submission.title = ""
        if definition.blind != nil { read.submission.number = nil }
        return read
    }

    /// How far the judge is.
    public var state: Review.State { review.state(hasDraft: hasDraft) }
}

/// A judge's desk in one call.
public struct JudgeDesk: Sendable {
    public var view: CallView
    /// Open reviews first, then those given.
    public var rows: [JudgeRow]
    /// What the judge declared a conflict for or abstained from, by number, with the judge's own reason;
    /// without a title where the judge never read it, and without a number too where a blind round's.
    public var declared: [JudgeRow]
    /// How many reviews wait for the judge's word on conflicts of interest, and show nothing before it.
    public var unanswered = 0
    /// The rounds in which nobody judges any more.
    public var closedRounds: Set<String> = []
    /// The names of those who let something in late.
    public var granters: [PersonID: String] = [:]

    /// Whether the review may still be written.
    public func isOpen(_ row: JudgeRow) -> Bool {
        !closedRounds.contains(row.round)
            && view.programme.workflow.stages(of: row.round).contains(row.submission.stage)
    }

    /// The open review with the lowest number; nil when none is open.
    public var next: JudgeRow? {
        rows.filter { $0.review.state != .final && isOpen($0) }
            .min { left, right in
                (left.submission.number ?? "", left.submission.id)
                    < (right.submission.number ?? "", right.submission.id)
            }
    }
}

/// The review that a judge is asked for, with what it is of.
public struct AskedReview: Sendable {
    public var dossier: Dossier
    public var round: Round
    public var review: Review
    /// What the judge has written since and not handed in.
    public var draft: KeptDraft?
    /// The round is on for the submission, and nothing is decided yet.
    public var isOpen: Bool
    public var queue: ReviewQueue
    /// By what it came in after the call had closed; nil where it came in time.
    public var late: LateAccess?
    /// The name of who granted that.
    public var granters: [PersonID: String] = [:]
}

extension Store {
    /// The person's own review of a submission; refuses who is not asked for one, and who is on the filer's
    /// side.
    public func askedReview(
        of id: SubmissionID, round name: String, for person: PersonID, at now: Instant
    ) async throws -> AskedReview {
        try await database.read { connection in
            var dossier = try dossier(id, for: person, in: connection)
            try connection.findClosedRounds(of: &dossier, among: [name])
            guard let round = dossier.programme.round(name) else { throw Refusal.notFound }
            guard !dossier.actor.hasStake(in: dossier.submission) else { throw Refusal.ownOrganisation }
            let review = try dossier.submission.review(name, askedOf: dossier.actor)
            guard dossier.actor.roles.contains(round.judges) else { throw Refusal.notAllowed }
            // An earlier round may have opened the entry: this one asks anew.
            guard !dossier.submission.awaitsAnswer(of: person, in: round) else {
                throw Refusal.conflictUnanswered
            }
            let situation = dossier.situation(at: now, calendar: calendar)
            let seen = Dossier(dossier)
            let late = seen.isBlind ? nil : dossier.late
            return AskedReview(
                dossier: seen, round: round, review: review,
                draft: try connection.draft(of: dossier.submission, in: name, by: person),
                isOpen: dossier.submission.mayReview(name, in: situation),
                queue: try connection.queue(
                    of: person, after: dossier.submission, in: name, of: dossier.programme),
                late: late, granters: late == nil ? [:] : try granters(of: dossier.call, connection))
        }
    }

    /// Everything that the person is, or was until a conflict or an abstention, asked to review under the
    /// call.
    public func judgeDesk(_ handle: String, for person: PersonID) async throws -> JudgeDesk {
        try await database.read { connection in
            let view = try callView(handle, for: person, in: connection)
            guard view.programme.rounds.contains(where: { view.actor.roles.contains($0.judges) }) else {
                throw try hasJudged(person, view, connection) ? Refusal.roleEnded : .notAllowed
            }
            let scope = Scope(view)
            let rows = try connection.rows(
                Store.judgeColumns(open: view.programme.rounds.filter { $0.blind == nil }.map(\.name))
                    + """
                    where review.judge_id = \(person) and review.call_id = \(view.call.id)
                        and (\(Review.State.readable(in: view.programme))
                            or review.state in \(Review.State.declared))
                    order by case when review.state = 'begun' then 0
                            when review.state = 'assigned' and review_draft.kept_at is not null then 0
                            when review.state = 'assigned' then 1 else 2 end,
                        submission.number, submission.id
                    """)
            let all = try rows.map { row in
                JudgeRow(
                    submission: try scope.row(row, namesFiler: try row.get("names_filer")),
                    round: try row.get("round"),
                    review: try row.json("review"), hasDraft: try row.get("has_draft")
                ).asRead(in: view.programme)
            }
            let judging = try connection.judging(in: view.programme, under: view.call.id)
            let unanswered = try connection.row(
                """
                select count(*) as count from review join submission
                    on submission.call_id = review.call_id and submission.id = review.submission_id
                where review.judge_id = \(person) and review.call_id = \(view.call.id) and \(judging)
                    and \(Review.State.awaiting(in: view.programme)) and \(Scope.foreign(to: view.actor))
                """)
            return JudgeDesk(
                view: view, rows: all.filter(\.review.isActive),
                declared: all.filter { !$0.review.isActive },
                unanswered: try unanswered?.get("count") ?? 0,
                closedRounds: try connection.closedRounds(of: view.programme, under: view.call.id),
                granters: try granters(of: view.call, connection))
        }
    }

    /// Whether a judges' role of the call was taken back from the person.
    private func hasJudged(
        _ person: PersonID, _ view: CallView, _ connection: Connection
    ) throws -> Bool {
        try rolesTakenBack(from: person, in: view.call.id, connection).contains { role in
            view.programme.rounds.contains { $0.judges == role }
        }
    }

    /// - Parameter open: the rounds that do not hide who entered.
    private static func judgeColumns(open: [String]) -> SQL {
        """
        select exists (select 1 from review as other where other.call_id = review.call_id
                and other.submission_id = review.submission_id and other.judge_id = review.judge_id
                and other.round in \(list: open) and other.state in \(Review.State.active)
                and (other.state <> 'assigned' or other.cleared_at is not null)) as names_filer,
            review.round, review.snapshot as review, review_draft.kept_at is not null as has_draft,
            submission.id, submission.number, submission.title,
            submission.stage, submission.applicant_id, submission.due_at, submission.filed_at,
            submission.moved_at, null as held, '' as applicant, \(OrganisationSummary.columns)
        from review
        join submission on submission.call_id = review.call_id and submission.id = review.submission_id
        left join organisation on organisation.id = submission.organisation_id
        left join review_draft on review_draft.call_id = review.call_id
            and review_draft.submission_id = review.submission_id and review_draft.round = review.round
            and review_draft.judge_id = review.judge_id

        """
    }
}
