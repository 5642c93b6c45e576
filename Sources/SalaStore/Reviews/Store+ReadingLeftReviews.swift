import SalaDatabase
public import SalaEngine
public import SalaThai

/// A review that a judge left with a reason, without anything of what it was of.
public struct LeftReview: Sendable {
    public var view: CallView
    public var state: Review.State
    /// When the judge declared it.
    public var declared: Instant
    /// The review that the judge has still to give after it.
    public var next: WaitingReview?
}

extension Store {
    /// What the person left by declaring a conflict or abstaining; nil to everybody else, and to who is no
    /// judge of the round any more.
    public func leftReview(
        of id: SubmissionID, in name: String, by person: PersonID
    ) async throws -> LeftReview? {
        try await database.read { connection in
            let row = try connection.row(
                """
                select review.state, review.updated_at, call.handle
                from submission join call on call.id = submission.call_id
                join review on review.call_id = submission.call_id and review.submission_id = submission.id
                    and review.round = \(name) and review.judge_id = \(person)
                where submission.id = \(id) and review.state in \(Review.State.declared)
                """)
            guard let row, let state = Review.State(rawValue: try row.get("state")),
                let submission = try anyDossier(id, for: person, in: connection)?.submission
            else { return nil }
            let view = try callView(try row.get("handle"), for: person, in: connection)
            guard let round = view.programme.round(name), view.actor.roles.contains(round.judges)
            else { return nil }
            return LeftReview(
                view: view, state: state, declared: try row.instant("updated_at"),
                next: try connection.review(
                    of: person, after: submission, in: name, of: view.programme))
        }
    }
}
