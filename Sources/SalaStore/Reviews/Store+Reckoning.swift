import SalaDatabase
import SalaEngine

extension Store {
    /// Writes much about one call without making other writers wait: the body is reckoned on a snapshot, and
    /// what it would execute is kept in one short transaction if nothing has happened in the call meanwhile.
    ///
    /// What happens meanwhile has it reckoned anew; in the end it is reckoned in the transaction itself.
    func reckoning<Result: Sendable>(
        under handle: String, by person: PersonID,
        _ body: @escaping @Sendable (Connection) throws -> Result
    ) async throws -> Result {
        for _ in 0..<3 {
            let (moment, result, statements) = try await database.read { connection in
                let moment = try CallMoment(handle, person, of: self, connection)
                let (result, statements) = try connection.holdingBack(body)
                return (moment, result, statements)
            }
            let isKept = try await database.write { connection in
                guard try CallMoment(handle, person, of: self, connection) == moment else { return false }
                try connection.execute(statements)
                return true
            }
            if isKept { return result }
        }
        return try await database.write(body)
    }
}

/// What decisions under a call rest on: how much has happened in it, and what the person is in it.
private struct CallMoment: Equatable, Sendable {
    var events: Int
    var actor: Actor

    init(_ handle: String, _ person: PersonID, of store: Store, _ connection: Connection) throws {
        let (call, _) = try store.callAndFiled(handle, in: connection)
        let row = try connection.row("select count(*) as count from event where call_id = \(call.id)")
        events = try row?.get("count") ?? 0
        actor = try store.actor(person, in: call, connection)
    }
}
