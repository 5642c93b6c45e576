import SalaDatabase
public import SalaEngine
public import SalaThai

/// What was released of a round's decisions at one time.
public struct Release: Equatable, Sendable {
    public var at: Instant
    /// How many submissions it moved on.
    public var count: Int
}

extension Store {
    /// The latest release in the call, for those who may release; nil before any.
    ///
    /// - Parameter round: counts the decisions that were held in that round alone, in the latest release that
    ///   had any; nil counts all, since what is held in a call is released at once.
    public func latestRelease(
        _ handle: String, round: String?, for person: PersonID
    ) async throws -> Release? {
        try await database.read { connection in
            let view = try callView(handle, for: person, in: connection)
            guard view.actor.may(.release, in: view.programme) else { throw Refusal.notAllowed }
            let stages = round.map(view.programme.workflow.stages(of:))
            let rows = try connection.rows(
                """
                select event.at, event.body from event as release
                join event on event.call_id = release.call_id and event.at = release.at
                    and event.kind = 'acted'
                where release.call_id = \(view.call.id) and release.subject_id = \(view.call.id)
                    and release.kind = 'released'
                order by event.at desc
                """)
            var latest: Release?
            for row in rows {
                let at = try row.instant("at")
                if let latest, latest.at != at { break }
                guard case .acted(let acted) = try row.json("body", as: SubmissionEvent.self), acted.wasHeld,
                    stages?.contains(acted.from) ?? true
                else { continue }
                latest = Release(at: at, count: (latest?.count ?? 0) + 1)
            }
            return latest
        }
    }
}
