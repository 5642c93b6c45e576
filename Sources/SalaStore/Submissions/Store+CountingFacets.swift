import SalaDatabase
import SalaEngine

/// The submissions whose facets are counted.
struct CountedSubmissions {
    let call: CallID
    /// A query for their ids.
    let ids: SQL
    /// A condition on the table `filed_count` that counts the same submissions; nil where their number is not
    /// kept.
    let kept: SQL?
}

extension Store {
    /// How many of the submissions have each value of the facets, most frequent first.
    func facetCounts(
        _ facets: [Register.Facet], of counted: CountedSubmissions, _ connection: Connection
    ) throws -> [FacetCount] {
        try facetCounts([(facets, counted)], connection)
    }

    /// The same for facets that count different submissions, in one statement.
    func facetCounts(
        _ parts: [(facets: [Register.Facet], counted: CountedSubmissions)], _ connection: Connection
    ) throws -> [FacetCount] {
        let parts = parts.filter { !$0.facets.isEmpty }
        guard !parts.isEmpty else { return [] }
        let facets = parts.flatMap(\.facets)
        let rows = try connection.rows(
            parts.map { counts($0.facets.map(\.name), of: $0.counted) }.joined(separator: " union all ")
                + " order by 3 desc, 2")
        return try rows.compactMap { row in
            let name: String = try row.get("name")
            return try facets.first { $0.name == name }.map { facet in
                FacetCount(facet: facet, value: try row.get("value"), count: try row.get("count"))
            }
        }
    }

    private func counts(_ names: [String], of counted: CountedSubmissions) -> SQL {
        counted.kept.map { kept in
            """
            select name, value, sum(count) as count from filed_count
            where call_id = \(counted.call) and name in \(list: names) and \(kept)
            group by name, value having sum(count) > 0
            """
        }
            ?? """
            select name, value, count(*) as count from facet
            where call_id = \(counted.call) and name in \(list: names)
                and submission_id in (\(counted.ids))
            group by name, value
            """
    }

    /// The provinces of those codes, each with its names alone, by code.
    func provinces(
        _ codes: some Sequence<String>, _ connection: Connection
    ) throws -> [String: OrganisationSummary] {
        // One step into the index for each code: a province has hundreds of organisations.
        let parts = Set(codes).sorted().map { code -> SQL in
            """
            select * from (select id as organisation_id, '' as kind, '' as name_th, '' as name_en,
                province_code, province_th, province_en, '' as apart_th, '' as apart_en
            from organisation where province_code = \(code)
            order by province_th, province_en limit 1) as found
            """
        }
        guard !parts.isEmpty else { return [:] }
        let summaries = try connection.rows(parts.joined(separator: " union all "))
            .compactMap { try $0.organisation() }
        return Dictionary(uniqueKeysWithValues: summaries.map { ($0.provinceCode, $0) })
    }
}
