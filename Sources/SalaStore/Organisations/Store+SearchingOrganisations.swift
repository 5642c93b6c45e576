import SalaDatabase
import SalaEngine
import SalaThai

extension Store {
    /// The organisations whose names or province hold every word of what was typed, in Thai or English, in
    /// full or shortened (อบต., ทต.): first those with a name that is the word, then that begins with it,
    /// then with a word that does, then the rest. One query; nothing for nothing typed.
    public func searchOrganisations(typed: String, limit: Int = 10) async throws -> [OrganisationEntry] {
        let needles = OrganisationWords(spelling: words.spelling).needles(typed: typed)
        guard !needles.isEmpty else { return [] }
        let conditions = needles.map(condition)
        let phrase = needles.joined(separator: " ")
        let ranked = needles.count == 1 ? needles : needles + [phrase]
        let ranks: [SQL] = ranked.map { needle in
            """
            case when typed like \("%|\(needle)|%") then 0 when typed like \("%|\(needle)%") then 1
                when typed like \("% \(needle)%") then 2 else 3 end
            """
        }
        let sql: SQL = """
            select \(OrganisationEntry.columns) from organisation
            where \(conditions.joined(separator: " and "))
            order by \(ranks.joined(separator: " + ")),
                length(name_th), name_th, province_th, code
            limit \(limit)
            """
        return try await database.read { connection in
            try connection.rows(sql).map { try OrganisationEntry($0) }
        }
    }

    /// One letter or two stand in nearly every name: they must begin a word.
    private func condition(_ needle: String) -> SQL {
        needle.unicodeScalars.count > 2
            ? "typed like \("%\(needle)%")"
            : "(typed like \("%|\(needle)%") or typed like \("% \(needle)%"))"
    }
}
