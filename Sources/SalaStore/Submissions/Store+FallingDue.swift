import SalaDatabase
import SalaEngine
public import SalaThai

extension Store {
    /// Lets the clocks that have run out have their effect, through the engine's own door, at most `limit` of them.
    ///
    /// - Returns: how many had an effect.
    @discardableResult
    public func fallDue(at now: Instant, limit: Int = 100) async throws -> Int {
        try await database.write { connection in
            let rows = try connection.rows(
                "select id from submission where due_at < \(now) order by due_at limit \(limit)")
            var moved = 0
            for row in rows {
                guard var dossier = try anyDossier(try row.id("id"), for: nil, in: connection) else { continue }
                dossier.actor = .clock
                do throws(any Error) {
                    try decide(.fallDue, on: &dossier, at: now, in: connection)
                    moved += 1
                } catch is Refusal {
                    continue
                }
            }
            return moved
        }
    }
}
