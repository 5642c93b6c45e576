import SalaDatabase
public import SalaEngine

/// What waits for a person in one call.
public struct WaitingWork: Equatable, Sendable {
    /// Reviews that the person is asked for and has not given.
    public var reviews = 0
    /// Filed submissions by the stage they rest in, where a role of the person's may move them from there;
    /// the person's own are not among them.
    public var stages: [String: Int] = [:]

    public init() {}

    /// Filed submissions that a role of the person's may move.
    public var decisions: Int { stages.values.reduce(0, +) }
}

extension Store {
    /// What waits for the person in each of the person's calls.
    public func waitingWork(in views: [CallView], of person: PersonID) async throws -> [CallID: WaitingWork] {
        guard let actor = views.first?.actor else { return [:] }
        return try await database.read { connection in
            let calls = views.map(\.call.id)
            // What is pending moves only when it is released, and one's own is for others to move.
            let stages = try connection.rows(
                """
                select call_id, stage, sum(count) as count from (
                    select call_id, stage, count from filed_count
                    where call_id in \(list: calls) and name = ''
                    union all
                    select call_id, stage, -count(*) as count from submission
                    where call_id in \(list: calls) and held is not null group by call_id, stage
                    union all
                    select call_id, stage, -1 as count from submission
                    where call_id in \(list: calls) and filed_at is not null and held is null
                        and (\(Scope.stake(of: actor)))
                ) as waiting
                group by call_id, stage having sum(count) > 0
                """)
            let reviews = try connection.rows(
                """
                select call_id, count(*) as count from review
                where judge_id = \(person) and call_id in \(list: calls) and state in \(Review.State.open)
                group by call_id
                """)
            let byID = Dictionary(uniqueKeysWithValues: views.map { ($0.call.id, $0) })
            var work: [CallID: WaitingWork] = [:]
            for row in reviews {
                work[try row.id("call_id"), default: WaitingWork()].reviews = try row.get("count")
            }
            for row in stages {
                let id: CallID = try row.id("call_id")
                let stage: String = try row.get("stage")
                guard let view = byID[id], view.programme.stages(movedBy: view.actor).contains(stage) else {
                    continue
                }
                work[id, default: WaitingWork()].stages[stage] = try row.get("count")
            }
            return work
        }
    }
}

extension Programme {
    /// The stages from which a role of the actor's that sees what has been filed may move submissions.
    func stages(movedBy actor: Actor) -> Set<String> {
        let seeing = roles.filter { $0.sees == .filed || $0.sees == .all }.map(\.name)
        let acting = actor.roles.intersection(seeing)
        return Set(
            workflow.actions.filter { !$0.isHeld && !acting.isDisjoint(with: $0.by) }.flatMap(\.from))
    }
}
