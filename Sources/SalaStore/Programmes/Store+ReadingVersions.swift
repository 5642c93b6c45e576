import SalaDatabase
public import SalaEngine
public import SalaThai

extension Store {
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
