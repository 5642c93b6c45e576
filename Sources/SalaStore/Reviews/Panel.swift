import Foundation
import SalaDatabase
public import SalaEngine

/// A judge's load in one round.
public struct JudgeLoad: Sendable {
    public var person: PersonID
    public var name: String
    public var email: String
    /// Asked and not yet given.
    public var open: Int
    public var given: Int
    public var conflicts: Int
    public var abstentions: Int
}

/// How far one round of judging is; what is the person's own is nowhere counted in.
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
    /// Submissions that were judged and have left the round since.
    public var left: Int
    /// Reviews that were given, of those in the round and of those that have left it.
    public var given: Int
    /// Reviews that were asked for, given or not, and those that submissions in the round still lack.
    public var wanted: Int
    /// Submissions in the round's stage that are left out as the person's own.
    public var own: Int
    /// A decision of the round is held or was released: nothing is assigned or judged in it any more.
    public var isClosed: Bool
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
            let scope = Scope(view)
            let foreign = Scope.foreign(to: view.actor)
            let counts = try connection.rows(
                """
                select coalesce(sum(is_foreign), 0) as entries, coalesce(sum(1 - is_foreign), 0) as own,
                    coalesce(sum(case when held is null and active < \(round.reviews) then is_foreign else 0
                        end), 0) as short,
                    coalesce(sum(case when given >= \(round.reviews) then is_foreign else 0 end), 0)
                        as complete,
                    coalesce(sum(case when held is null and active < \(round.reviews)
                        then \(round.reviews) - active else 0 end * is_foreign), 0) as missing
                from (select case when \(foreign) then 1 else 0 end as is_foreign, submission.held,
                        (select count(*) from review where review.call_id = submission.call_id
                            and review.submission_id = submission.id and review.round = \(name)
                            and review.state in \(Review.State.active)) as active,
                        (select count(*) from review where review.call_id = submission.call_id
                            and review.submission_id = submission.id and review.round = \(name)
                            and review.state = 'final') as given
                    from submission where \(scope.condition) and submission.stage in \(list: stages))
                        as entry
                """)
            let asked = try asked(in: round, resting: stages, scope, connection)
            let isClosed =
                try !connection.closing(of: round, in: view.programme, under: view.call.id).isEmpty
            let missing: Int = isClosed ? 0 : try counts[0].get("missing")
            return Panel(
                view: view, round: round, judges: try judges(of: round, scope, connection),
                entries: try counts[0].get("entries"), short: isClosed ? 0 : try counts[0].get("short"),
                complete: try counts[0].get("complete"), left: asked.left, given: asked.given,
                wanted: asked.total + missing, own: try counts[0].get("own"), isClosed: isClosed)
        }
    }

    /// The reviews that judges were asked for, wherever the submissions rest now.
    private func asked(
        in round: Round, resting stages: [String], _ scope: Scope, _ connection: Connection
    ) throws -> (total: Int, given: Int, left: Int) {
        let rows = try connection.rows(
            """
            select count(*) as asked,
                coalesce(sum(case when review.state = 'final' then 1 else 0 end), 0) as given,
                count(distinct case when submission.stage in \(list: stages) then null
                    else submission.id end) as gone
            from review join submission on submission.call_id = review.call_id
                and submission.id = review.submission_id
            where review.call_id = \(scope.call) and review.round = \(round.name)
                and review.state in \(Review.State.active) and \(scope.foreign)
            """)
        return (try rows[0].get("asked"), try rows[0].get("given"), try rows[0].get("gone"))
    }

    /// The judges of a round with what they are asked for among what may be shown with committee eyes.
    func judges(of round: Round, _ scope: Scope, _ connection: Connection) throws -> [JudgeLoad] {
        let rows = try connection.rows(
            """
            select person.id, person.name, person.email,
                coalesce(sum(case when review.state in \(Review.State.open) then 1 else 0 end), 0) as open,
                coalesce(sum(case when review.state = 'final' then 1 else 0 end), 0) as given,
                coalesce(sum(case when review.state = 'conflict' then 1 else 0 end), 0) as conflicts,
                coalesce(sum(case when review.state = 'abstained' then 1 else 0 end), 0) as abstentions
            from call_role join person on person.id = call_role.person_id
            left join review on review.judge_id = person.id and review.call_id = call_role.call_id
                and review.round = \(round.name) and review.submission_id in
                    (select submission.id from submission where \(scope.foreign))
            where call_role.call_id = \(scope.call) and call_role.role = \(round.judges)
            group by person.id, person.name, person.email order by person.name, person.id
            """)
        return try rows.map { row in
            JudgeLoad(
                person: try row.id("id"), name: try row.get("name"), email: try row.get("email"),
                open: try row.get("open"), given: try row.get("given"), conflicts: try row.get("conflicts"),
                abstentions: try row.get("abstentions"))
        }
    }
}
