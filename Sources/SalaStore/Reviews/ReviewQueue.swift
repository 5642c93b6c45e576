import SalaDatabase
public import SalaEngine

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
    /// The review that the person has still to give after that one, by the numbers of the submissions and
    /// from the beginning again at the end; what cannot be read before a question is answered comes last; nil
    /// when no other is open.
    public func review(
        after dossier: Dossier, in round: String, of person: PersonID
    ) async throws -> WaitingReview? {
        try await database.read {
            try $0.review(of: person, after: dossier.submission, in: round, of: dossier.programme)
        }
    }
}

extension Connection {
    func queue(
        of person: PersonID, after submission: Submission, in round: String, of programme: Programme
    ) throws -> ReviewQueue {
        let judging = try judging(in: programme, under: submission.call)
        let row = try row(
            """
            select count(*) as total,
                coalesce(sum(case when review.state in \(Review.State.open) and \(judging) then 1 else 0
                    end), 0) as open
            from review join submission on submission.call_id = review.call_id
                and submission.id = review.submission_id
            where review.judge_id = \(person) and review.call_id = \(submission.call)
                and review.state in \(Review.State.active)
            """)
        guard let row else { throw Fault.missing("counts") }
        return ReviewQueue(
            open: try row.get("open"), total: try row.get("total"),
            next: try review(of: person, after: submission, in: round, of: programme))
    }

    func review(
        of person: PersonID, after submission: Submission, in round: String, of programme: Programme
    ) throws -> WaitingReview? {
        let judging = try judging(in: programme, under: submission.call)
        let number = submission.number ?? ""
        let row = try row(
            """
            select submission_id, round from (
                select review.submission_id, review.round, coalesce(submission.number, '') as number,
                    case when \(Review.State.awaiting(in: programme)) then 1 else 0 end as closed
                from review join submission on submission.call_id = review.call_id
                    and submission.id = review.submission_id
                where review.judge_id = \(person) and review.call_id = \(submission.call)
                    and review.state in \(Review.State.open) and \(judging)
                    and (review.submission_id <> \(submission.id) or review.round <> \(round))
            ) as waiting
            order by closed,
                case when (number, submission_id, round) > (\(number), \(submission.id), \(round))
                    then 0 else 1 end, number, submission_id, round
            limit 1
            """)
        return try row.map {
            WaitingReview(submission: try $0.id("submission_id"), round: try $0.get("round"))
        }
    }
}
