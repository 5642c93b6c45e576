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

    /// Whether anything of the call may be seen by anybody.
    public func hasPublicEntries(_ call: CallID) async throws -> Bool {
        try await database.read { connection in
            try connection.row("select 1 as one from public_entry where call_id = \(call) limit 1") != nil
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

    /// The entries that the filter leaves of a call's register, whatever its page, by number, at most `limit`
    /// after that number: what a data set is read in, so that no entry is missed or told twice while others
    /// come in.
    public func publicEntries(
        of view: CallView, matching filter: SubmissionFilter = SubmissionFilter(), after number: String?,
        limit: Int
    ) async throws -> [PublicEntry] {
        guard let register = view.programme.register else { throw Refusal.notFound }
        return try await database.read { connection in
            let rows = try connection.rows(
                Store.publicEntries
                    + """
                     where \(shown(register, of: view.call.id, filter, connection))
                        and submission.number > \(number ?? "")
                    order by submission.number limit \(limit)
                    """)
            return try rows.map { try publicEntry($0, connection) }
        }
    }
}
