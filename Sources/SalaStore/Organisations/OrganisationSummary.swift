import SalaDatabase
public import SalaEngine
import SalaThai

/// An organisation as lists and pages name it.
public struct OrganisationSummary: Equatable, Sendable {
    public var id: OrganisationID
    public var kind: String
    public var nameThai: String
    public var nameEnglish: String
    public var provinceCode: String
    public var provinceThai: String
    public var provinceEnglish: String
    /// Its district or, where that does not tell, its code: what it is told by from others of its name in its
    /// province. Empty where there are none.
    public var apartThai = ""
    public var apartEnglish = ""

    /// The name in that language, or the Thai one, told apart from every other in its province.
    public func name(_ language: Language) -> String {
        guard language != .thai, !nameEnglish.isEmpty else {
            return apartThai.isEmpty ? nameThai : "\(nameThai) \(apartThai)"
        }
        return apartEnglish.isEmpty ? nameEnglish : "\(nameEnglish), \(apartEnglish)"
    }

    /// The same with its province behind, where the name does not say it: told apart from every other in the
    /// country.
    public func placedName(_ language: Language) -> String {
        let (name, province) = (name(language), province(language))
        guard !province.isEmpty, !name.contains(province) else { return name }
        let place = Province.titled(province, code: provinceCode, thai: province == provinceThai)
        return province == provinceThai ? "\(name) \(place)" : "\(name), \(place)"
    }

    /// The province in that language, or in Thai.
    public func province(_ language: Language) -> String {
        language == .thai || provinceEnglish.isEmpty ? provinceThai : provinceEnglish
    }
}

extension OrganisationSummary {
    /// What `Row.organisation` reads, from the table `organisation` among others.
    static let columns: SQL = """
        organisation.id as organisation_id, organisation.kind, organisation.name_th, organisation.name_en,
            organisation.province_code, organisation.province_th, organisation.province_en,
            organisation.apart_th, organisation.apart_en
        """
}

extension Row {
    /// The organisation joined in under the columns of the table `organisation`, its id as `organisation_id`.
    func organisation() throws -> OrganisationSummary? {
        guard let id: OrganisationID = try optionalID("organisation_id") else { return nil }
        return OrganisationSummary(
            id: id, kind: try get("kind"), nameThai: try get("name_th"), nameEnglish: try get("name_en"),
            provinceCode: try get("province_code"), provinceThai: try get("province_th"),
            provinceEnglish: try get("province_en"), apartThai: try get("apart_th"),
            apartEnglish: try get("apart_en"))
    }
}

extension Store {
    func organisationSummaries(
        _ ids: [OrganisationID], in connection: Connection
    ) throws -> [OrganisationSummary] {
        guard !ids.isEmpty else { return [] }
        let rows = try connection.rows(
            """
            select \(OrganisationSummary.columns)
            from organisation where id in \(list: ids.map(\.uuid)) order by name_th
            """)
        return try rows.compactMap { try $0.organisation() }
    }

    /// The organisations with those ids, by their Thai names.
    public func organisationSummaries(_ ids: [OrganisationID]) async throws -> [OrganisationSummary] {
        try await database.read { connection in try organisationSummaries(ids, in: connection) }
    }
}
