import Foundation
import SalaDatabase
public import SalaEngine

/// A judge's load in one round.
public struct JudgeLoad: Sendable {
    public var person: PersonID
    public var name: String
    public var email: String
    /// The person still has the judges' role.
    public var isJudge: Bool
    /// Asked and not yet given.
    public var open: Int
    public var given: Int
    public var conflicts: Int
    public var abstentions: Int
}

/// How far one round of judging is; what is the person's own is nowhere counted in. A submission counts that
/// rests in the round, or whose reviews there count, wherever it is now.
public struct Panel: Sendable {
    public var view: CallView
    public var round: Round
    /// Also who has the role no more, and judged while having it.
    public var judges: [JudgeLoad]
    /// Submissions that are or were in the round.
    public var entries: Int
    /// Those in the round with fewer reviews, open or given, than it wants.
    public var short: Int
    /// Those with all reviews given.
    public var complete: Int
    /// Those that have left the round since.
    public var left: Int
    /// Reviews that were given.
    public var given: Int
    /// Reviews that were asked for, given or not, and those that submissions in the round still lack.
    public var wanted: Int
    /// Submissions that are left out as the person's own.
    public var own: Int
    /// Nothing is assigned or judged in the round once it is not empty.
    public var closing: RoundClosing

    public var isClosed: Bool { !closing.isEmpty }
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
            let scope = Scope(view)
            let closing = try connection.closing(of: round, in: view.programme, under: view.call.id)
            let stages = view.programme.workflow.stages(of: name)
            let counts = try counts(of: round, in: stages, scope, connection)
            func count(_ column: String) throws -> Int { try counts.get(column) }
            return Panel(
                view: view, round: round, judges: try judges(of: round, scope, connection),
                entries: try count("entries"), short: closing.isEmpty ? try count("short") : 0,
                complete: try count("complete"), left: try count("gone"), given: try count("given"),
                wanted: try count("asked") + (closing.isEmpty ? count("missing") : 0),
                own: try count("own"), closing: closing)
        }
    }

    /// What there is of the round, in one row: every number of submissions and of reviews is of the same.
    private func counts(
        of round: Round, in stages: [String], _ scope: Scope, _ connection: Connection
    ) throws -> Row {
        let reviews: SQL = """
            review where review.call_id = \(scope.call) and review.round = \(round.name)
                and review.state in \(Review.State.active)
            """
        let row = try connection.row(
            """
            select coalesce(sum(is_foreign), 0) as entries, coalesce(sum(1 - is_foreign), 0) as own,
                coalesce(sum(case when given >= \(round.reviews) then is_foreign else 0 end), 0) as complete,
                coalesce(sum(is_foreign - is_foreign * is_here), 0) as gone,
                coalesce(sum(is_foreign * asked), 0) as asked, coalesce(sum(is_foreign * given), 0) as given,
                coalesce(sum(case when asked < \(round.reviews) then waits else 0 end), 0) as short,
                coalesce(sum(case when asked < \(round.reviews) then waits * (\(round.reviews) - asked)
                    else 0 end), 0) as missing
            from (select is_foreign, is_here, asked, given, is_foreign * is_here * is_free as waits
                from (select case when \(Scope.foreign(to: scope.actor)) then 1 else 0 end as is_foreign,
                    case when submission.stage in \(list: stages) then 1 else 0 end as is_here,
                    case when submission.held is null then 1 else 0 end as is_free,
                    (select count(*) from \(reviews) and review.submission_id = submission.id) as asked,
                    (select count(*) from \(reviews) and review.submission_id = submission.id
                        and review.state = 'final') as given
                from submission where \(scope.condition) and (submission.stage in \(list: stages)
                    or submission.id in (select review.submission_id from \(reviews)))) as entry) as counted
            """)
        guard let row else { throw Fault.missing("counts") }
        return row
    }

    /// The judges of a round with what they are asked for among what may be shown with committee eyes, and
    /// whoever has the role no more and gave or declared something there.
    func judges(of round: Round, _ scope: Scope, _ connection: Connection) throws -> [JudgeLoad] {
        let rows = try connection.rows(
            """
            select person.id, person.name, person.email,
                (select count(*) from call_role where call_role.person_id = person.id
                    and call_role.call_id = \(scope.call) and call_role.role = \(round.judges)) as roles,
                coalesce(sum(case when review.state in \(Review.State.open) then 1 else 0 end), 0) as open,
                coalesce(sum(case when review.state = 'final' then 1 else 0 end), 0) as given,
                coalesce(sum(case when review.state in ('conflict', 'recused') then 1 else 0 end), 0)
                    as conflicts,
                coalesce(sum(case when review.state = 'abstained' then 1 else 0 end), 0) as abstentions
            from person left join review on review.judge_id = person.id and review.call_id = \(scope.call)
                and review.round = \(round.name) and review.submission_id in
                    (select submission.id from submission where \(scope.foreign))
            where person.id in (select call_role.person_id from call_role
                    where call_role.call_id = \(scope.call) and call_role.role = \(round.judges))
                or person.id in (select review.judge_id from review where review.call_id = \(scope.call)
                    and review.round = \(round.name) and review.state <> 'withdrawn'
                    and review.submission_id in
                        (select submission.id from submission where \(scope.foreign)))
            group by person.id, person.name, person.email order by person.name, person.id
            """)
        return try rows.map { row in
            JudgeLoad(
                person: try row.id("id"), name: try row.get("name"), email: try row.get("email"),
                isJudge: try (row.get("roles") as Int) > 0, open: try row.get("open"),
                given: try row.get("given"), conflicts: try row.get("conflicts"),
                abstentions: try row.get("abstentions"))
        }
    }
}
