import Foundation
import SalaDatabase
public import SalaEngine

/// A judge's load in one round.
public struct JudgeLoad: Sendable {
    public var person: PersonID
    public var name: String
    /// Asked and not yet given.
    public var open: Int
    public var given: Int
    public var conflicts: Int
    public var abstentions: Int
}

/// How far one round of judging is.
public struct Panel: Sendable {
    public var view: CallView
    public var round: Round
    public var judges: [JudgeLoad]
    /// Submissions that rest in the round's stage.
    public var entries: Int
    /// Those with fewer reviews, open or given, than the round wants.
    public var short: Int
    /// Those with all reviews given.
    public var complete: Int
}

extension Store {
    /// The judges of a round with their loads, for those who assign or read reviews.
    public func panel(_ handle: String, round name: String, for person: PersonID) async throws -> Panel {
        try await database.read { connection in
            let view = try callView(handle, for: person, in: connection)
            guard let round = view.programme.round(name) else { throw Refusal.notFound }
            guard
                view.actor.may(.assignReviews, in: view.programme)
                    || view.actor.may(.readReviews, in: view.programme)
            else { throw Refusal.notAllowed }
            let stages = view.programme.workflow.stages(of: name)
            let counts = try connection.rows(
                """
                select count(*) as entries,
                    coalesce(sum(case when active < \(round.reviews) then 1 else 0 end), 0) as short,
                    coalesce(sum(case when given >= \(round.reviews) then 1 else 0 end), 0) as complete
                from (select submission.id,
                        (select count(*) from review where review.call_id = submission.call_id
                            and review.submission_id = submission.id and review.round = \(name)
                            and review.state in \(Review.State.active)) as active,
                        (select count(*) from review where review.call_id = submission.call_id
                            and review.submission_id = submission.id and review.round = \(name)
                            and review.state = 'final') as given
                    from submission where submission.call_id = \(view.call.id)
                        and submission.stage in \(list: stages)) as entry
                """)
            return Panel(
                view: view, round: round, judges: try judges(of: view.call, round, connection),
                entries: try counts[0].get("entries"), short: try counts[0].get("short"),
                complete: try counts[0].get("complete"))
        }
    }

    func judges(of call: Call, _ round: Round, _ connection: Connection) throws -> [JudgeLoad] {
        let rows = try connection.rows(
            """
            select person.id, person.name,
                coalesce(sum(case when review.state in \(Review.State.open) then 1 else 0 end), 0) as open,
                coalesce(sum(case when review.state = 'final' then 1 else 0 end), 0) as given,
                coalesce(sum(case when review.state = 'conflict' then 1 else 0 end), 0) as conflicts,
                coalesce(sum(case when review.state = 'abstained' then 1 else 0 end), 0) as abstentions
            from call_role join person on person.id = call_role.person_id
            left join review on review.judge_id = person.id and review.call_id = call_role.call_id
                and review.round = \(round.name)
            where call_role.call_id = \(call.id) and call_role.role = \(round.judges)
            group by person.id, person.name order by person.name, person.id
            """)
        return try rows.map { row in
            JudgeLoad(
                person: try row.id("id"), name: try row.get("name"), open: try row.get("open"),
                given: try row.get("given"), conflicts: try row.get("conflicts"),
                abstentions: try row.get("abstentions"))
        }
    }
}
