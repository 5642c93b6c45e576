import SalaDatabase
public import SalaEngine

/// The sides from which a desk can be narrowed, with how many submissions each value would leave.
public struct DeskFacets: Sendable {
    /// In the order in which they are offered.
    public var facets: [Register.Facet]
    /// Most frequent first.
    public var counts: [FacetCount]
    /// The provinces that stand in the counts, by code.
    public var provinces: [String: OrganisationSummary]
}

extension Programme {
    /// Where the filers are and what they are, then the selects that the register tells apart; without a
    /// register the first few selects of the form.
    public var deskFacets: [Register.Facet] {
        let filers: [Register.Facet] = filing.by == .organisation ? [.province, .organisationKind] : []
        let named = register?.facets.filter { $0 != .province && $0 != .organisationKind }
        let open = form.questions.filter { !isPrivate($0.name) }
        let selects = open.compactMap { question -> Register.Facet? in
            switch question.kind {
            case .selectOne, .selectMultiple: .question(question.name)
            default: nil
            }
        }
        return filers + (named ?? Array(selects.prefix(4)))
    }
}

extension Store {
    /// The facets of a desk under its filter. A facet that the filter names is counted as if it did not, so
    /// that another value can be chosen.
    public func deskFacets(
        _ handle: String, for person: PersonID, _ filter: SubmissionFilter
    ) async throws -> DeskFacets {
        try await database.read { connection in
            let view = try callView(handle, for: person, in: connection)
            let visible = Scope(view).condition
            let facets = view.programme.deskFacets
            let free = facets.filter { filter.facets[$0.name] == nil }
            var counts = try facetCounts(
                free, narrowed(visible, filter, view.call.id, connection), connection)
            for facet in facets where filter.facets[facet.name] != nil {
                var other = filter
                other.facets[facet.name] = nil
                counts += try facetCounts(
                    [facet], narrowed(visible, other, view.call.id, connection), connection)
            }
            let codes = counts.filter { $0.facet == .province }.map(\.value)
            return DeskFacets(facets: facets, counts: counts, provinces: try provinces(codes, connection))
        }
    }

    private func facetCounts(
        _ facets: [Register.Facet], _ condition: SQL, _ connection: Connection
    ) throws -> [FacetCount] {
        guard !facets.isEmpty else { return [] }
        let rows = try connection.rows(
            """
            select facet.name, facet.value, count(*) as count from submission
            join facet on facet.call_id = submission.call_id and facet.submission_id = submission.id
            where facet.name in \(list: facets.map(\.name)) and
            """ + " " + condition + " group by facet.name, facet.value order by count(*) desc, facet.value")
        return try rows.compactMap { row in
            let name: String = try row.get("name")
            return try facets.first { $0.name == name }.map { facet in
                FacetCount(facet: facet, value: try row.get("value"), count: try row.get("count"))
            }
        }
    }

    private func provinces(
        _ codes: [String], _ connection: Connection
    ) throws -> [String: OrganisationSummary] {
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
}
