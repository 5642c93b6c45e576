import SalaDatabase
public import SalaEngine

/// The decisions of a call that are held and not yet released, but for those on the person's own.
public struct PendingDecisions: Sendable {
    public var view: CallView
    /// How many, by held action, in the order of the workflow.
    public var counts: [(action: Action, count: Int)]

    public var total: Int { counts.map(\.count).reduce(0, +) }
    /// How many letters their release sends to filers.
    public var letters: Int { counts.filter { $0.action.letter != nil }.map(\.count).reduce(0, +) }
}

extension Store {
    /// What a release would release, for those who may release.
    public func pendingDecisions(_ handle: String, for person: PersonID) async throws -> PendingDecisions {
        try await database.read { connection in
            let view = try callView(handle, for: person, in: connection)
            guard view.actor.may(.release, in: view.programme) else { throw Refusal.notAllowed }
            let rows = try connection.rows(
                """
                select held, count(*) as count from submission
                where \(Scope(view).foreign) and held is not null group by held
                """)
            let counts = try Dictionary(
                uniqueKeysWithValues: rows.map { (try $0.get("held") as String, try $0.get("count") as Int) })
            return PendingDecisions(
                view: view,
                counts: view.programme.workflow.actions.compactMap { action in
                    counts[action.name].map { (action, $0) }
                })
        }
    }
}
