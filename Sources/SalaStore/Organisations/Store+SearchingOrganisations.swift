import SalaDatabase
import SalaEngine
import SalaThai

extension Store {
    /// The organisations whose names or province hold every word of what was typed, in Thai or English, in
    /// full, shortened (อบต., ทต.) or as people call the place (โคราช): first those with a name that is the
    /// word, then that begins with it, then with a word that does, then the rest. One query; nothing for
    /// nothing typed.
    public func searchOrganisations(typed: String, limit: Int = 10) async throws -> [OrganisationEntry] {
        let needles = OrganisationWords(spelling: words.spelling).needles(typed: typed)
        guard !needles.isEmpty else { return [] }
        let conditions = needles.map { needle in
            "(" + words.spelling.names(of: needle).map(condition).joined(separator: " or ") + ")" as SQL
        }
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

    /// The organisations that `searchOrganisations` finds or, where it finds none, those that are called
    /// nearly what was typed, the nearest first: what was typed may be misspelt, and may not be finished yet.
    /// One query, or two.
    public func suggestOrganisations(typed: String, limit: Int = 10) async throws -> OrganisationSuggestions {
        let found = try await searchOrganisations(typed: typed, limit: limit)
        guard found.isEmpty else { return OrganisationSuggestions(entries: found, areNear: false) }
        let typed = OrganisationWords(spelling: words.spelling).nearWords(typed: typed)
        guard !typed.isEmpty else { return OrganisationSuggestions(entries: [], areNear: false) }
        let each = typed.map { "(" + holdsPiece(of: $0) + ")" as SQL }.joined(separator: " and ")
        let rows = try await database.read { connection in
            try connection.rows(
                """
                select \(OrganisationEntry.columns), typed from organisation where \(each)
                """
            ).compactMap { row -> (distance: Int, entry: OrganisationEntry)? in
                let haystack: String = try row.get("typed")
                guard let distance = haystack.distance(to: typed) else { return nil }
                return (distance, try OrganisationEntry(row))
            }
        }
        let nearest = rows.sorted {
            ($0.distance, $0.entry.summary.nameThai.count, $0.entry.code)
                < ($1.distance, $1.entry.summary.nameThai.count, $1.entry.code)
        }
        return OrganisationSuggestions(entries: nearest.prefix(limit).map(\.entry), areNear: true)
    }

    private func holdsPiece(of word: NearWord) -> SQL {
        word.pieces.map { "typed like \("%\($0)%")" as SQL }.joined(separator: " or ")
    }

    /// One letter or two stand in nearly every name: they must begin a word.
    private func condition(_ needle: String) -> SQL {
        needle.unicodeScalars.count > 2
            ? "typed like \("%\(needle)%")"
            : "(typed like \("%|\(needle)%") or typed like \("% \(needle)%"))"
    }
}

extension String {
    /// How far the words are from those of this haystack, each word from the nearest; nil where one of them
    /// is too far. A name is nearer than a looser word.
    fileprivate func distance(to words: [NearWord]) -> Int? {
        let end = lastIndex(of: "|") ?? endIndex
        let names = self[..<end].split { $0 == "|" || $0 == " " }.map(\.unicodeScalars)
        let looser = self[end...].split { $0 == "|" || $0 == " " }.map(\.unicodeScalars)
        var sum = 0
        for word in words where !(word.tolerance > 0 && contains(word.text)) {
            let distances =
                names.compactMap { word.distance(toBeginningOf: $0) }.map { 2 * $0 }
                + looser.compactMap { word.distance(toBeginningOf: $0) }.map { 2 * $0 + 1 }
            guard let nearest = distances.min() else { return nil }
            sum += nearest
        }
        return sum
    }
}
