import SalaDatabase
import SalaEngine
public import SalaThai

extension Store {
    /// The visitor's sessions that have not ended, the last seen first.
    public func sessions(of visitor: Visitor, at now: Instant) async throws -> [SessionEntry] {
        try await database.read { connection in
            try connection.rows(
                """
                select hash, agent, created_at, seen_at from session
                where person_id = \(visitor.person) and expires_at > \(now)
                    and seen_at > \(now.adding(seconds: -SessionLimits.idleSeconds))
                order by seen_at desc, created_at desc, hash
                """
            ).map { row in
                let id: String = try row.get("hash")
                return SessionEntry(
                    id: id, agent: try row.get("agent"), createdAt: try row.instant("created_at"),
                    seenAt: try row.instant("seen_at"), isCurrent: id == visitor.session)
            }
        }
    }

    /// Ends one session of the visitor's own, the current one too; throws `Refusal.notFound`.
    public func endSession(_ id: String, of visitor: Visitor) async throws {
        let ended = try await database.write { connection in
            try connection.execute("delete from session where hash = \(id) and person_id = \(visitor.person)")
        }
        if ended == 0 { throw Refusal.notFound }
    }

    /// Ends all sessions of the visitor but the current one and says how many there were.
    @discardableResult
    public func endOtherSessions(of visitor: Visitor) async throws -> Int {
        try await database.write { connection in
            try connection.execute(
                "delete from session where person_id = \(visitor.person) and hash <> \(visitor.session)")
        }
    }

    /// Ends the session of the cookie's token, if there is one.
    public func signOut(_ token: String) async throws {
        try await database.write { connection in
            try connection.execute("delete from session where hash = \(SecretToken(text: token).hash)")
        }
    }
}
