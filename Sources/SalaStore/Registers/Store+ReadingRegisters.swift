public import Foundation
import SalaDatabase
public import SalaEngine

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
            let condition = shown(register, of: view.call.id, filter, connection)
            let total = try connection.row("select count(*) as count from submission where " + condition)
            let rows = try connection.rows(
                Store.publicColumns + condition
                    + """
                     order by submission.public_since desc, submission.number
                    limit \(filter.length) offset \((filter.page - 1) * filter.length)
                    """)
            let facets = try facetCounts(register, condition, connection)
            return RegisterListing(
                view: view,
                entries: Listing(
                    entries: try rows.compactMap { try publicEntry($0, connection) },
                    total: try total?.get("count") ?? 0, page: filter.page, length: filter.length),
                facets: facets,
                provinces: try provinces(
                    facets, chosen: filter.facets[Store.provinceFacet], connection))
        }
    }

    /// What the register of a call shows, narrowed by the words and facets that anybody may ask for.
    func shown(
        _ register: Register, of call: CallID, _ filter: SubmissionFilter, _ connection: Connection
    ) -> SQL {
        var allowed = filter
        let names = Set(register.facets.map(\.name))
        allowed.facets = filter.facets.filter { names.contains($0.key) }
        allowed.stage = nil
        let all: SQL = "submission.call_id = \(call) and submission.is_public = 1"
        return narrowed(all, allowed, call, connection, in: .register)
    }

    /// The public page of one submission, by its number.
    public func registerEntry(_ handle: String, number: String) async throws -> (CallView, PublicEntry) {
        try await database.read { connection in
            let view = try callView(handle, for: nil, in: connection)
            let row = try connection.row(
                Store.publicColumns
                    + """
                    submission.call_id = \(view.call.id) and submission.is_public = 1
                        and submission.number = \(number)
                    """)
            guard let row, let entry = try publicEntry(row, connection) else { throw Refusal.notFound }
            return (view, entry)
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

    func publicEntry(_ row: Row, _ connection: Connection) throws -> PublicEntry? {
        let submission: Submission = try row.json("snapshot")
        return PublicEntry(
            submission, try row.organisation(), try programmes.programme(submission.version, in: connection))
    }

    private func facetCounts(
        _ register: Register, _ condition: SQL, _ connection: Connection
    ) throws -> [FacetCount] {
        let names = register.facets.map(\.name)
        guard !names.isEmpty else { return [] }
        let rows = try connection.rows(
            """
            select facet.name, facet.value, count(*) as count from submission
            join facet on facet.call_id = submission.call_id and facet.submission_id = submission.id
            where facet.name in \(list: names) and
            """ + " " + condition + " group by facet.name, facet.value order by count(*) desc, facet.value")
        return try rows.compactMap { row in
            let name: String = try row.get("name")
            return try register.facets.first { $0.name == name }.map { facet in
                FacetCount(facet: facet, value: try row.get("value"), count: try row.get("count"))
            }
        }
    }

    private func provinces(
        _ facets: [FacetCount], chosen: String?, _ connection: Connection
    ) throws -> [String: OrganisationSummary] {
        let codes = facets.filter { $0.facet == .province }.map(\.value) + (chosen.map { [$0] } ?? [])
        guard !codes.isEmpty else { return [:] }
        let rows = try connection.rows(
            """
            select min(id) as organisation_id, '' as kind, '' as name_th, '' as name_en, province_code,
                min(province_th) as province_th, min(province_en) as province_en
            from organisation where province_code in \(list: codes) group by province_code
            """)
        let summaries = try rows.compactMap { try $0.organisation() }
        return Dictionary(uniqueKeysWithValues: summaries.map { ($0.provinceCode, $0) })
    }

    static let publicColumns: SQL = """
        select submission.snapshot, submission.organisation_id, organisation.kind, organisation.name_th,
            organisation.name_en, organisation.province_code, organisation.province_th,
            organisation.province_en
        from submission left join organisation on organisation.id = submission.organisation_id where
        """ + " "
}
