import SalaDatabase
public import SalaEngine
public import SalaThai

extension Store {
    /// Reads every version that a call is under, so that a server that cannot read one does not start; throws
    /// `UnreadableVersion`.
    public func readVersionsInUse() async throws {
        try await database.read { connection in
            let rows = try connection.rows(
                """
                select id, programme, number from programme_version
                where id in (select version_id from call) order by programme, number
                """)
            for row in rows {
                do {
                    _ = try programmes.programme(row.id("id"), in: connection)
                } catch let fault as DatabaseFault {
                    throw fault
                } catch {
                    throw UnreadableVersion(
                        programme: try row.get("programme"), number: try row.get("number"),
                        reason: (error as? any SayingError)?.sentence ?? "\(String(describing: error))")
                }
            }
        }
    }

    /// The number of a programme's version, 1 for the first, and when it was published.
    public func version(_ id: VersionID) async throws -> (number: Int, publishedAt: Instant) {
        try await database.read { connection in
            let row = try connection.row(
                "select number, published_at from programme_version where id = \(id)")
            guard let row else { throw Fault.missing("programme version \(id)") }
            return (try row.get("number"), try row.instant("published_at"))
        }
    }
}
