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
            let times = try connection.rows(
                """
                select distinct at from event where call_id = \(view.call.id)
                    and subject_id = \(view.call.id) and kind = 'released' order by at desc
                """)
            // Nearly always the first: what a release moved is read of the one that is told alone.
            for row in times {
                let at = try row.instant("at")
                let count = try connection.released(under: view.call.id, at: at, from: stages)
                if count > 0 { return Release(at: at, count: count) }
            }
            return nil
        }
    }
}

extension Connection {
    /// How many held decisions took effect at that time, of those from one of the stages; nil counts all.
    fileprivate func released(under call: CallID, at time: Instant, from stages: [String]?) throws -> Int {
        try rows("select body from event where call_id = \(call) and at = \(time) and kind = 'acted'")
            .count { row in
                guard case .acted(let acted) = try row.json("body", as: SubmissionEvent.self), acted.wasHeld
                else { return false }
                return stages?.contains(acted.from) ?? true
            }
    }
}
