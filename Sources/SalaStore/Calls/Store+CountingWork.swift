import SalaDatabase
public import SalaEngine

/// What waits for a person in one call.
public struct WaitingWork: Equatable, Sendable {
    /// Reviews that the person is asked for and has not given.
    public var reviews = 0
    /// Filed submissions in stages from which a role of the person's may move them.
    public var decisions = 0

    public init() {}
}

extension Store {
    /// What waits for the person in each of the person's calls.
    public func waitingWork(in views: [CallView], of person: PersonID) async throws -> [CallID: WaitingWork] {
        guard !views.isEmpty else { return [:] }
        return try await database.read { connection in
            let calls = views.map(\.call.id)
            // What is pending moves only when it is released.
            let stages = try connection.rows(
                """
                select call_id, stage, sum(count) as count from (
                    select call_id, stage, count from filed_count
                    where call_id in \(list: calls) and name = ''
                    union all
                    select call_id, stage, -count(*) as count from submission
                    where call_id in \(list: calls) and held is not null group by call_id, stage
                ) as waiting
                group by call_id, stage
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
                guard let view = byID[id], view.mayMove(from: try row.get("stage")) else { continue }
                work[id, default: WaitingWork()].decisions += try row.get("count")
            }
            return work
        }
    }
}

extension CallView {
    /// Whether a role of the person's that sees what has been filed may move submissions from that stage.
    fileprivate func mayMove(from stage: String) -> Bool {
        let seeing = programme.roles.filter { $0.sees == .filed || $0.sees == .all }.map(\.name)
        let roles = actor.roles.intersection(seeing)
        return programme.workflow.actions(from: stage).contains {
            !$0.isHeld && !roles.isDisjoint(with: $0.by)
        }
    }
}
