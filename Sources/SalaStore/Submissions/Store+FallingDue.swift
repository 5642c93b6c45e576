import SalaDatabase
public import SalaEngine
public import SalaThai

/// What became of the clocks that had run out.
public struct ClockRun: Sendable {
    /// How many had their effect.
    public var moved = 0
    /// Those whose action was refused, with the refusal's code; each is tried again, later and later.
    public var refused: [SubmissionID: String] = [:]
    /// Those that an error kept from their effect; each is tried again, later and later.
    public var failed: [SubmissionID: any Error] = [:]

    public init() {}
}

extension Store {
    /// The shortest and the longest time, in seconds, after which a clock that an error stopped is tried
    /// again.
    private static let clockWait: ClosedRange<Int64> = 600...86_400

    /// Lets every clock that has run out have its effect, through the engine's own door and each in a
    /// transaction of its own: none waits for another that is refused or fails.
    ///
    /// Throws where no clock can be tried, because the database is locked or full.
    @discardableResult
    public func fallDue(at now: Instant, inOneReading limit: Int = 100) async throws -> ClockRun {
        var run = ClockRun()
        var last: DueClock?
        repeat {
            let due = try await dueClocks(after: last, at: now, limit: limit)
            for clock in due {
                try Task.checkCancellation()
                try await fallDue(clock, at: now, &run)
            }
            last = due.last
        } while last != nil
        return run
    }

    private func dueClocks(after last: DueClock?, at now: Instant, limit: Int) async throws -> [DueClock] {
        try await database.read { connection in
            let beyond: SQL = last.map { " and (clock_at, id) > (\($0.at), \($0.id))" } ?? ""
            let rows = try connection.rows(
                "select id, clock_at, due_at from submission where clock_at < \(now)" + beyond
                    + " order by clock_at, id limit \(limit)")
            return try rows.map { row in
                DueClock(
                    id: try row.id("id"), at: try row.instant("clock_at"),
                    due: try row.optionalInstant("due_at"))
            }
        }
    }

    private func fallDue(_ clock: DueClock, at now: Instant, _ run: inout ClockRun) async throws {
        do {
            let refusal = try await takeClock(of: clock.id, at: now)
            if let refusal { run.refused[clock.id] = refusal.code } else { run.moved += 1 }
        } catch is Refusal {
            // Somebody was faster, and the clock runs no more.
        } catch  where !Fault.isPassing(error) {
            run.failed[clock.id] = error
            try await postpone(clock, at: now)
        }
    }

    /// - Returns: what the clock's action was refused for, when it was.
    private func takeClock(of id: SubmissionID, at now: Instant) async throws -> ClockRefusal? {
        try await database.write { connection in
            guard var dossier = try anyDossier(id, for: nil, in: connection) else { throw Refusal.notFound }
            dossier.actor = .clock
            try decide(.fallDue, on: &dossier, at: now, in: connection)
            return dossier.submission.clockRefusal
        }
    }

    /// Waits about as long again as the clock has been waiting since it ran out.
    private func postpone(_ clock: DueClock, at now: Instant) async throws {
        let late = (now.microseconds - (clock.due ?? clock.at).microseconds) / 1_000_000
        let wait = min(max(late, Store.clockWait.lowerBound), Store.clockWait.upperBound)
        try await database.write { connection in
            try connection.execute(
                """
                update submission set clock_at = \(now.adding(seconds: wait))
                where id = \(clock.id) and clock_at = \(clock.at)
                """)
        }
    }
}

/// A clock that is to be tried.
private struct DueClock: Sendable {
    var id: SubmissionID
    var at: Instant
    var due: Instant?
}
