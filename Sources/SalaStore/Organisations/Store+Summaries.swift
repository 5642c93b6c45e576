import SalaDatabase
public import SalaEngine

extension Store {
    /// The organisations with those ids, by their Thai names.
    public func organisationSummaries(_ ids: [OrganisationID]) async throws -> [OrganisationSummary] {
        try await database.read { connection in try organisationSummaries(ids, in: connection) }
    }
}
