import SalaDatabase
public import SalaEngine

/// An entry of a register with the call whose register it is.
public struct LatestEntry: Sendable {
    public var call: Call
    public var entry: PublicCard
}

/// A register that anybody may read.
public struct OpenRegister: Sendable {
    public var call: Call
    public var office: OrganisationSummary?
    /// How many entries it has.
    public var count: Int
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

    /// Those of the calls that have an entry which anybody may see.
    public func callsWithEntries(among calls: [CallID]) async throws -> Set<CallID> {
        try await database.read { connection in
            let rows = try connection.rows(
                "select distinct call_id from public_entry where call_id in \(list: calls)")
            return Set(try rows.map { try $0.id("call_id") })
        }
    }

    /// One page of the registers that have entries, those with the newest entry first.
    public func registers(page: Int, length: Int) async throws -> Listing<OpenRegister> {
        try await database.read { connection in
            let filled: SQL = """
                (select call_id, count(*) as count, max(since) as newest from public_entry group by call_id)
                as filled join call on call.id = filled.call_id and call.state = 'published'
                """
            let total = try connection.row("select count(*) as count from \(filled)")
            var listing = Listing<OpenRegister>(
                entries: [], total: try total?.get("count") ?? 0, page: page, length: length)
            listing.page = min(listing.page, listing.pages)
            let rows = try connection.rows(
                """
                select call.snapshot as call, filled.count, \(OrganisationSummary.columns)
                from \(filled) join organisation on organisation.id = call.organisation_id
                order by filled.newest desc, call.id
                limit \(length) offset \((listing.page - 1) * length)
                """)
            listing.entries = try rows.map { row in
                OpenRegister(
                    call: try row.json("call"), office: try row.organisation(), count: try row.get("count"))
            }
            return listing
        }
    }

    /// What came into a call's register last of that which the filter leaves, latest first, at most `limit`.
    public func newestPublicEntries(
        of view: CallView, matching filter: SubmissionFilter, limit: Int
    ) async throws -> [PublicEntry] {
        try await shownEntries(
            of: view, matching: filter, "order by submission.since desc, submission.number limit \(limit)")
    }

    /// The entries that the filter leaves of a call's register, whatever its page, by number, at most `limit`
    /// after that number: what a data set is read in, so that no entry is missed or told twice while others
    /// come in.
    public func publicEntries(
        of view: CallView, matching filter: SubmissionFilter = SubmissionFilter(), after number: String?,
        limit: Int
    ) async throws -> [PublicEntry] {
        try await shownEntries(
            of: view, matching: filter,
            "and submission.number > \(number ?? "") order by submission.number limit \(limit)")
    }

    private func shownEntries(
        of view: CallView, matching filter: SubmissionFilter, _ rest: SQL
    ) async throws -> [PublicEntry] {
        guard let register = view.programme.register else { throw Refusal.notFound }
        return try await database.read { connection in
            let condition: SQL = " where \(shown(register, of: view, filter, connection)) "
            let rows = try connection.rows(Store.publicEntries + condition + rest)
            return try rows.map { try publicEntry($0, connection) }
        }
    }
}
