import SalaDatabase
import SalaEngine
public import SalaThai

extension Store {
    /// Lets the clocks that have run out have their effect, through the engine's own door, at most `limit` of
    /// them. Each has a transaction of its own: one that fails does not stop the others, and its error is
    /// thrown after them.
    ///
    /// - Returns: how many had an effect.
    @discardableResult
    public func fallDue(at now: Instant, limit: Int = 100) async throws -> Int {
        let due: [SubmissionID] = try await database.read { connection in
            try connection.rows(
                "select id from submission where due_at < \(now) order by due_at limit \(limit)"
            )
            .map { try $0.id("id") }
        }
        var moved = 0
        var fault: (any Error)?
        for id in due {
            do {
                if try await fallDue(id, at: now) { moved += 1 }
            } catch {
                fault = fault ?? error
            }
        }
        if let fault { throw fault }
        return moved
    }

    private func fallDue(_ id: SubmissionID, at now: Instant) async throws -> Bool {
        try await database.write { connection in
            guard var dossier = try anyDossier(id, for: nil, in: connection) else { return false }
            dossier.actor = .clock
            do {
                try decide(.fallDue, on: &dossier, at: now, in: connection)
                return true
            } catch is Refusal {
                return false
            }
        }
    }
}
