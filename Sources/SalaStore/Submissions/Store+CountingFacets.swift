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
        let names = facets.map(\.name)
        guard !names.isEmpty else { return [] }
        let rows = try connection.rows(
            counted.kept.map { kept in
                """
                select name, value, sum(count) as count from filed_count
                where call_id = \(counted.call) and name in \(list: names) and \(kept)
                group by name, value having sum(count) > 0 order by sum(count) desc, value
                """
            }
                ?? """
                select name, value, count(*) as count from facet
                where call_id = \(counted.call) and name in \(list: names)
                    and submission_id in (\(counted.ids))
                group by name, value order by count(*) desc, value
                """)
        return try rows.compactMap { row in
            let name: String = try row.get("name")
            return try facets.first { $0.name == name }.map { facet in
                FacetCount(facet: facet, value: try row.get("value"), count: try row.get("count"))
            }
        }
    }

    /// The provinces of those codes, each with its names alone, by code.
    func provinces(
        _ codes: some Sequence<String>, _ connection: Connection
    ) throws -> [String: OrganisationSummary] {
        // One step into the index for each code: a province has hundreds of organisations.
        let parts = Set(codes).sorted().map { code -> SQL in
            """
            select * from (select id as organisation_id, '' as kind, '' as name_th, '' as name_en,
                province_code, province_th, province_en
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
