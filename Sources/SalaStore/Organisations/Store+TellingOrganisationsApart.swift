import SalaDatabase
import SalaEngine
import SalaThai

extension Store {
    /// Writes of the organisations what tells each from others of its name in its province, and what a search
    /// finds it by; gives the codes of those that are shown under another name now.
    ///
    /// - Parameter anew: writes what a search finds them by of all, not only of those that an import has
    ///   written and those whose shown names changed.
    func tellOrganisationsApart(anew: Bool = false, in connection: Connection) throws -> [String] {
        let words = OrganisationWords(spelling: words.spelling)
        let rows = try connection.rows(
            "select " + OrganisationEntry.columns + ", organisation.typed from organisation")
        let known = try rows.map { (entry: try OrganisationEntry($0), typed: try $0.get("typed") as String) }
        let entries = known.map(\.entry)
        let (thai, english) = (apart(entries, .thai), apart(entries, .english))
        var renamed: [String] = []
        for (entry, typed) in known {
            var summary = entry.summary
            summary.apartThai = thai[entry.id] ?? ""
            summary.apartEnglish = english[entry.id] ?? ""
            let isRenamed = summary != entry.summary
            if isRenamed { renamed.append(entry.code) }
            guard isRenamed || anew || typed.isEmpty, let kind = entry.kind else { continue }
            let found = words.haystack(kind, summary)
            guard isRenamed || found != typed else { continue }
            try connection.execute(
                """
                update organisation set apart_th = \(summary.apartThai), apart_en = \(summary.apartEnglish),
                    typed = \(found) where id = \(entry.id)
                """)
        }
        return renamed
    }

    /// By id, of those alone that share their name: the district, and the code where that is shared too.
    private func apart(_ entries: [OrganisationEntry], _ language: Language) -> [OrganisationID: String] {
        let groups = Dictionary(grouping: entries) { entry in
            let summary = entry.summary
            return [summary.provinceCode, language == .thai ? summary.nameThai : summary.nameEnglish]
        }
        var apart: [OrganisationID: String] = [:]
        for twins in groups.values where twins.count > 1 {
            let districts = twins.map { district(of: $0)?.titled(thai: language == .thai) }
            for (twin, district) in zip(twins, districts) {
                let isAlone = districts.count { $0 == district } == 1
                let code = isAlone && district != nil ? nil : "(\(twin.code))"
                apart[twin.id] = [district, code].compactMap(\.self).joined(separator: " ")
            }
        }
        return apart
    }

    /// That of the first subdistrict that it looks after; nil where none is known.
    private func district(of entry: OrganisationEntry) -> District? {
        entry.subdistricts.first.flatMap { districts[String($0.prefix(4))] }
    }
}
