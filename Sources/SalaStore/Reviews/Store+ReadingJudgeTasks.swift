import SalaDatabase
public import SalaEngine
public import SalaThai

/// What one judge of a round is, or was, asked to review, for those who assign.
public struct JudgeTasks: Sendable {
    /// One submission with how far the judge's review is.
    public struct Task: Sendable {
        public var submission: SubmissionID
        public var number: String?
        public var title: String
        /// Without what the judge wrote.
        public var review: Review
        /// When the review last changed.
        public var changed: Instant
    }

    public var view: CallView
    public var round: Round
    public var name: String
    public var email: String
    /// Open ones first, then those given, then those that ended; by number.
    public var tasks: [Task]
}

extension Store {
    /// What a judge of the round is asked to review, without what is the own of who asks; refused to those
    /// who do not assign, and not found for who never judged in the round and may not.
    public func tasks(
        of judge: PersonID, in name: String, under handle: String, for person: PersonID
    ) async throws -> JudgeTasks {
        try await database.read { connection in
            let view = try callView(handle, for: person, in: connection)
            guard view.actor.may(.assignReviews, in: view.programme) else { throw Refusal.notAllowed }
            guard let round = view.programme.round(name) else { throw Refusal.notFound }
            let known = try connection.row(
                """
                select name, email from person where id = \(judge) and id in (
                    select person_id from call_role
                    where call_id = \(view.call.id) and role = \(round.judges)
                    union select judge_id from review
                    where call_id = \(view.call.id) and round = \(name) and judge_id = \(judge))
                """)
            guard let known else { throw Refusal.notFound }
            let rows = try connection.rows(
                """
                select submission.id, submission.number, submission.title, review.snapshot, review.updated_at
                from review join submission on submission.call_id = review.call_id
                    and submission.id = review.submission_id
                where review.judge_id = \(judge) and review.call_id = \(view.call.id)
                    and review.round = \(name) and \(Scope(view).foreign)
                order by case when review.state in \(Review.State.open) then 0
                        when review.state = 'final' then 1 else 2 end,
                    submission.number, submission.id
                """)
            return JudgeTasks(
                view: view, round: round, name: try known.get("name"), email: try known.get("email"),
                tasks: try rows.map { row in
                    JudgeTasks.Task(
                        submission: try row.id("id"), number: try row.get("number"),
                        title: try row.get("title"),
                        review: try row.json("snapshot", as: Review.self).progress,
                        changed: try row.instant("updated_at"))
                })
        }
    }

    /// How many reviews the person asked of each judge at that moment, as the record has it.
    public func assigned(
        at time: Instant, in round: String, under handle: String, by person: PersonID
    ) async throws -> [PersonID: Int] {
        try await database.read { connection in
            let view = try callView(handle, for: person, in: connection)
            guard view.actor.may(.assignReviews, in: view.programme) else { throw Refusal.notAllowed }
            let rows = try connection.rows(
                """
                select body from event where call_id = \(view.call.id) and kind = 'assigned'
                    and at = \(time) and actor_id = \(person)
                    and subject_id in (select submission.id from submission where \(Scope(view).foreign))
                """)
            return try rows.reduce(into: [:]) { counts, row in
                guard
                    case .assigned(let name, let judge) = try row.json("body", as: SubmissionEvent.self),
                    name == round
                else { return }
                counts[judge, default: 0] += 1
            }
        }
    }
}
