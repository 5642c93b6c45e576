import Crypto
import Foundation
import SalaDatabase
import SalaEngine

extension Store {
    /// Writes much about one call without making other writers wait: the body is reckoned on a snapshot, and
    /// what it would execute is kept in one short transaction if nothing has happened in the call meanwhile
    /// but that people wrote at what is theirs.
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

/// What decisions under a call rest on: the call, everything in it that nobody is still writing, what the
/// person is in it, and who belongs to those who file and so is told.
private struct CallMoment: Equatable, Sendable {
    var call: String
    var submissions: String
    var members: String
    var actor: Actor

    init(_ handle: String, _ person: PersonID, of store: Store, _ connection: Connection) throws {
        let view = try store.callView(handle, for: person, in: connection)
        let open = view.programme.workflow.stages.filter(\.isOpen).map(\.name)
        let rows = try connection.rows(
            """
            select id, head from submission where call_id = \(view.call.id)
                and (stage not in \(list: open) or held is not null) order by id
            """)
        submissions = try CallMoment.digest(rows, "id", "head")
        let people = try connection.rows(
            """
            select organisation_id, person_id from membership
            where state = 'approved' and organisation_id in
                (select organisation_id from submission where call_id = \(view.call.id))
            order by organisation_id, person_id
            """)
        members = try CallMoment.digest(people, "organisation_id", "person_id")
        let row = try connection.row("select head from call where id = \(view.call.id)")
        call = try row?.get("head") ?? EventChain.root
        actor = view.actor
    }

    /// Another one when either column of any row is.
    private static func digest(_ rows: [Row], _ first: String, _ second: String) throws -> String {
        var digest = SHA256()
        for row in rows {
            let pair: [String] = [try row.get(first), try row.get(second)]
            digest.update(data: Data((pair.joined(separator: " ") + "\n").utf8))
        }
        return Hexadecimal.text(digest.finalize())
    }
}
