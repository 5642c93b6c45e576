import SalaDatabase
public import SalaEngine

extension Store {
    /// The organisation; throws `Refusal.notFound`.
    public func organisation(_ id: OrganisationID) async throws -> OrganisationEntry {
        guard let found = try await organisations([id]).first else { throw Refusal.notFound }
        return found
    }

    /// Those of the organisations that exist, in the order of their Thai names, in one query.
    public func organisations(
        _ ids: some Collection<OrganisationID> & Sendable
    ) async throws -> [OrganisationEntry] {
        guard !ids.isEmpty else { return [] }
        let ids = ids.map(\.uuid)
        return try await database.read { connection in
            try connection.rows(
                "select " + OrganisationEntry.columns + " from organisation where id in \(list: ids) "
                    + "order by name_th, province_th, code"
            ).map { try OrganisationEntry($0) }
        }
    }
}
