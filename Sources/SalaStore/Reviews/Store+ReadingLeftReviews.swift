import SalaDatabase
public import SalaEngine
public import SalaThai

/// A review that a judge left with a reason or was taken off, without anything of what it was of.
public struct LeftReview: Sendable {
    public var view: CallView
    public var state: Review.State
    /// When the judge declared it, or it was taken back.
    public var declared: Instant
    /// The review that the judge has still to give after it.
    public var next: WaitingReview?
}

extension Store {
    /// What the person left by declaring a conflict or abstaining, or was taken off; nil to everybody else,
    /// and to who is no judge of the round any more.
    ///
    /// - Parameter asked: the round; nil asks for the one that the person left last.
    public func leftReview(
        of id: SubmissionID, in asked: String?, by person: PersonID
    ) async throws -> LeftReview? {
        try await database.read { connection in
            let inRound: SQL = asked.map { "and review.round = \($0)" } ?? ""
            let row = try connection.row(
                """
                select review.state, review.updated_at, review.round, call.handle
                from submission join call on call.id = submission.call_id
                join review on review.call_id = submission.call_id and review.submission_id = submission.id
                    and review.judge_id = \(person) \(inRound)
                where submission.id = \(id) and review.state in \(Review.State.left)
                order by review.updated_at desc limit 1
                """)
            guard let row, let state = Review.State(rawValue: try row.get("state")),
                let submission = try anyDossier(id, for: person, in: connection)?.submission
            else { return nil }
            let name: String = try row.get("round")
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
