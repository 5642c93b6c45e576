import SalaDatabase
public import SalaEngine

/// A judge's own review with what the page around it needs.
public struct OwnReview: Sendable {
    public var dossier: Dossier
    public var round: Round
    public var review: Review
    public var queue: ReviewQueue
}

/// How far a judge is with all reviews under a call.
public struct ReviewQueue: Equatable, Sendable {
    /// Asked for and not yet given.
    public var open: Int
    /// Those given included.
    public var total: Int
    /// The open one that comes after the review at hand.
    public var next: WaitingReview?
}

/// A review that a judge has still to give.
public struct WaitingReview: Equatable, Sendable {
    public var submission: SubmissionID
    public var round: String
}

extension Store {
    /// The person's own review of a submission; who is not asked to review is refused.
    public func ownReview(
        of id: SubmissionID, round name: String, for person: PersonID
    ) async throws -> OwnReview {
        try await database.read { connection in
            let dossier = try dossier(id, for: person, in: connection)
            guard let round = dossier.programme.round(name) else { throw Refusal.notFound }
            guard !dossier.actor.owns(dossier.submission) else { throw Refusal.ownOrganisation }
            guard let review = dossier.submission.reviews[name]?[person] else { throw Refusal.notAssigned }
            guard review.state != .conflict else { throw Refusal.conflictDeclared }
            guard review.isActive else { throw Refusal.notAssigned }
            guard dossier.actor.roles.contains(round.judges) else { throw Refusal.notAllowed }
            let row = try connection.row(
                """
                select count(*) as total,
                    coalesce(sum(case when state in \(Review.State.open) then 1 else 0 end), 0) as open
                from review where judge_id = \(person) and call_id = \(dossier.call.id)
                    and state in \(Review.State.active)
                """)
            guard let row else { throw Fault.missing("counts") }
            return OwnReview(
                dossier: dossier, round: round, review: review,
                queue: ReviewQueue(
                    open: try row.get("open"), total: try row.get("total"),
                    next: try connection.review(after: dossier.submission, in: name, of: person)))
        }
    }

    /// The review that the person has still to give after that one, by the numbers of the submissions and
    /// from the beginning again at the end; nil when no other is open.
    public func review(
        after dossier: Dossier, in round: String, of person: PersonID
    ) async throws -> WaitingReview? {
        try await database.read { try $0.review(after: dossier.submission, in: round, of: person) }
    }
}

extension Connection {
    fileprivate func review(
        after submission: Submission, in round: String, of person: PersonID
    ) throws -> WaitingReview? {
        let number = submission.number ?? ""
        let row = try row(
            """
            select submission_id, round from (
                select review.submission_id, review.round, coalesce(submission.number, '') as number
                from review join submission on submission.call_id = review.call_id
                    and submission.id = review.submission_id
                where review.judge_id = \(person) and review.call_id = \(submission.call)
                    and review.state in \(Review.State.open)
                    and (review.submission_id <> \(submission.id) or review.round <> \(round))
            ) as waiting
            order by case when (number, submission_id, round) > (\(number), \(submission.id), \(round))
                then 0 else 1 end, number, submission_id, round
            limit 1
            """)
        return try row.map {
            WaitingReview(submission: try $0.id("submission_id"), round: try $0.get("round"))
        }
    }
}
