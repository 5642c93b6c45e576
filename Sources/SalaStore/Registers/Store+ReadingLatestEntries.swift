import SalaDatabase
public import SalaEngine

/// An entry of a register with the call whose register it is.
public struct LatestEntry: Sendable {
    public var call: Call
    public var entry: PublicCard
}

extension Store {
    /// What came into the registers last, latest first, at most `limit`.
    public func latestPublicEntries(limit: Int) async throws -> [LatestEntry] {
        try await database.read { connection in
            let rows = try connection.rows(
                Store.publicCards(", call.snapshot as call")
                    + """
                     join call on call.id = submission.call_id
                    where call.state = 'published'
                    order by submission.since desc, submission.number limit \(limit)
                    """)
            return try rows.map { row in
                LatestEntry(call: try row.json("call"), entry: try publicCard(row, connection))
            }
        }
    }

    /// What came into a call's register last, latest first, at most `limit`: what a feed tells.
    public func latestPublicEntries(limit: Int, under handle: String) async throws -> [PublicEntry] {
        try await database.read { connection in
            let rows = try connection.rows(
                Store.publicEntries
                    + """
                     where submission.call_id = (select id from call where handle = \(handle)
                        and state = 'published')
                    order by submission.since desc, submission.number limit \(limit)
                    """)
            return try rows.map { try publicEntry($0, connection) }
        }
    }

    /// How many entries the register of each call has; calls without any are absent.
    public func publicCounts() async throws -> [CallID: Int] {
        try await database.read { connection in
            let rows = try connection.rows(
                """
                select call_id, count(*) as count from public_entry group by call_id
                """)
            return try Dictionary(
                uniqueKeysWithValues: rows.map { (try $0.id("call_id"), try $0.get("count")) })
        }
    }

    /// The entries of a call's register by number, at most `limit` after that number: what a data set is
    /// read in, so that no entry is missed or told twice while others come in.
    public func publicEntries(
        of call: CallID, after number: String?, limit: Int
    ) async throws -> [PublicEntry] {
        try await database.read { connection in
            let rows = try connection.rows(
                Store.publicEntries
                    + """
                     where submission.call_id = \(call) and submission.number > \(number ?? "")
                    order by submission.number limit \(limit)
                    """)
            return try rows.map { try publicEntry($0, connection) }
        }
    }
}
