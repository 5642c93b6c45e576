import SalaDatabase
public import SalaEngine

extension Store {
    /// The submissions that a desk's filter leaves, whatever its page, by number; at most `limit`.
    public func submissions(
        matching filter: SubmissionFilter, under handle: String, for person: PersonID, limit: Int
    ) async throws -> [SubmissionID] {
        try await database.read { connection in
            let view = try callView(handle, for: person, in: connection)
            let rows = try connection.rows(
                "select submission.id from submission where "
                    + narrowed(Scope(view), filter, connection)
                    + " order by submission.number is null, submission.number, submission.id limit \(limit)")
            return try rows.map { try $0.id("id") }
        }
    }

    /// The rows of those submissions of the call that the person may see, by number.
    public func submissionRows(
        of ids: [SubmissionID], under handle: String, for person: PersonID
    ) async throws -> [SubmissionRow] {
        guard !ids.isEmpty else { return [] }
        return try await database.read { connection in
            let view = try callView(handle, for: person, in: connection)
            let scope = Scope(view)
            let rows = try connection.rows(
                Store.rowColumns + scope.condition
                    + """
                     and submission.id in \(list: ids)
                    order by submission.number is null, submission.number, submission.id
                    """)
            return try rows.map { try scope.row($0) }
        }
    }
}
