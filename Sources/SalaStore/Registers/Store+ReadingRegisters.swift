public import Foundation
import SalaDatabase
public import SalaEngine
import SalaThai

extension Register.Facet {
    /// The name under which the facet's values are kept and asked for.
    public var name: String {
        switch self {
        case .province: Store.provinceFacet
        case .organisationKind: Store.kindFacet
        case .question(let name): name
        }
    }
}

extension Store {
    /// One page of the public register of a call: what anybody may see.
    public func register(_ handle: String, _ filter: SubmissionFilter) async throws -> RegisterListing {
        try await database.read { connection in
            let view = try callView(handle, for: nil, in: connection)
            guard let register = view.programme.register else { throw Refusal.notFound }
            let condition = shown(register, of: view, filter, connection)
            let allowed = filter.allowed(in: register)
            let total = try connection.row(
                "select count(*) as count from public_entry as submission where \(condition)")
            var listing = Listing<PublicCard>(
                entries: [], total: try total?.get("count") ?? 0, page: filter.page, length: filter.length)
            // What was on the last page may be public no more since the address was written.
            listing.page = min(listing.page, listing.pages)
            listing.entries = try connection.rows(
                Store.publicCards()
                    + """
                     where \(condition) order by submission.since desc, submission.number
                    limit \(filter.length) offset \((listing.page - 1) * filter.length)
                    """
            ).map { try publicCard($0, connection) }
            let facets = try registerCounts(register, of: view, allowed, connection)
            let counted = facets.filter { $0.facet == .province }.map(\.value)
            let chosen = allowed.facets[Store.provinceFacet].map { [$0] } ?? []
            // A map names every province, those without an entry too.
            let mapped = counted.count > 1 ? ProvinceTiles.tiles.map(\.code) : []
            return RegisterListing(
                view: view, chosen: allowed.facets, entries: listing, facets: facets,
                provinces: try provinces(counted + chosen + mapped, connection))
        }
    }

    /// The facets of what the filter leaves; provinces are counted as if none were chosen, so that a map
    /// shows where else there are entries.
    private func registerCounts(
        _ register: Register, of view: CallView, _ filter: SubmissionFilter, _ connection: Connection
    ) throws -> [FacetCount] {
        func counted(_ filter: SubmissionFilter) -> CountedSubmissions {
            let condition = shown(register, of: view, filter, connection)
            return CountedSubmissions(
                call: view.call.id,
                ids: "select submission.id from public_entry as submission where \(condition)",
                kept: filter.kept.map { "\($0) and is_public = 1" })
        }
        guard filter.facets[Store.provinceFacet] != nil else {
            return try facetCounts(register.facets, of: counted(filter), connection)
        }
        var everywhere = filter
        everywhere.facets[Store.provinceFacet] = nil
        return try facetCounts(
            [
                (register.facets.filter { $0 != .province }, counted(filter)),
                ([.province], counted(everywhere)),
            ], connection)
    }

    /// A condition on public entries, under the name `submission`: what the register of a call shows,
    /// narrowed by the words and facets that anybody may ask for.
    func shown(
        _ register: Register, of view: CallView, _ filter: SubmissionFilter, _ connection: Connection
    ) -> SQL {
        let call = view.call.id
        let allowed = filter.allowed(in: register)
        return narrowed("submission.call_id = \(call)", allowed, call, connection, in: .register)
    }

    /// The public page of one submission, by its number.
    public func registerEntry(_ handle: String, number: String) async throws -> (CallView, PublicEntry) {
        try await database.read { connection in
            let view = try callView(handle, for: nil, in: connection)
            let row = try connection.row(
                Store.publicEntries
                    + " where submission.call_id = \(view.call.id) and submission.number = \(number)")
            guard let row else { throw Refusal.notFound }
            return (view, try publicEntry(row, connection))
        }
    }

    /// A file that the register shows, and where its bytes lie.
    public func registerAttachment(
        _ handle: String, number: String, _ id: AttachmentID
    ) async throws -> (Attachment, URL) {
        let (_, entry) = try await registerEntry(handle, number: number)
        guard let attachment = entry.attachments[id] else { throw Refusal.notFound }
        return (attachment, files.url(sha256: attachment.sha256))
    }

    func publicEntry(_ row: Row, _ connection: Connection) throws -> PublicEntry {
        try PublicEntry(row, try programmes.programme(try row.id("version_id"), in: connection))
    }

    func publicCard(_ row: Row, _ connection: Connection) throws -> PublicCard {
        try PublicCard(row, try programmes.programme(try row.id("version_id"), in: connection))
    }

    static let publicEntries: SQL = publicCards(", submission.content")

    /// The public entries, under the name `submission`, so that what narrows a desk narrows a register too.
    static func publicCards(_ more: SQL = "") -> SQL {
        """
        select submission.id, submission.version_id, submission.number, submission.stage, submission.since,
            submission.title, submission.summary, submission.picture, \(OrganisationSummary.columns)\(more)
        from public_entry as submission
        left join organisation on organisation.id = submission.organisation_id
        """
    }
}

extension SubmissionFilter {
    /// What of the filter anybody may ask for. A value that there is none of stays: it finds nothing, rather
    /// than everything.
    fileprivate func allowed(in register: Register) -> SubmissionFilter {
        var allowed = self
        allowed.facets = facets.filter { name, _ in register.facets.contains { $0.name == name } }
        allowed.stage = nil
        return allowed
    }
}
