import SalaThai

/// What people may type to find an organisation, as a table of spellings reads it.
struct OrganisationWords: Sendable {
    let spelling: Spelling

    /// The names that a search looks in, each with `|` before and after it, then looser words with a space
    /// before.
    func haystack(_ kind: OrganisationKind, _ organisation: OrganisationSummary) -> String {
        let looser = looser(kind, organisation).joined(separator: " ")
        return "|" + names(kind, organisation).joined(separator: "|") + "| " + looser
    }

    /// What it is called, in full and as people shorten it.
    func names(_ kind: OrganisationKind, _ organisation: OrganisationSummary) -> [String] {
        let thai = plain(organisation.nameThai), english = plain(organisation.nameEnglish)
        var names = [thai]
        if let place = place(thai, after: kind.thaiPrefix) {
            names.append(place)
            if let short = spelling.abbreviation(of: kind.thaiPrefix) { names.append(short + place) }
            if kind.isMunicipality { names.append("เทศบาล" + place) }
        }
        names.append(english)
        if let place = place(english, before: kind.englishSuffix) { names.append(place) }
        return names
    }

    /// Where it is, and its kind as it is shortened.
    func looser(_ kind: OrganisationKind, _ organisation: OrganisationSummary) -> [String] {
        let places = [
            organisation.provinceThai, organisation.provinceEnglish, organisation.apartThai,
            organisation.apartEnglish,
        ]
        return (places.map(plain) + [kind.englishAbbreviation]).filter { !$0.isEmpty }
    }

    /// The words of what was typed, each of which must be found; at most six. Few organisations are known by
    /// their district, so a district, as people write it into addresses, narrows nothing, and the house of a
    /// local government (สำนักงานเทศบาล…, ที่ทำการ อบต.…) stands for itself.
    func needles(typed: String) -> [String] {
        let parts = spelling.parts(typed: typed).filter { $0.place != .district }.map { plain($0.text) }
        let words = parts.map(withoutHouse).filter { !$0.isEmpty }
        return (words.isEmpty ? parts : words).filter { !$0.isEmpty }.prefix(6).map(\.self)
    }

    private func withoutHouse(_ word: String) -> String {
        for house in ["สำนักงาน", "ที่ทำการ"].map(plain) {
            guard word != house else { return "" }
            if let rest = place(word, after: house), kinds.contains(where: rest.hasPrefix) { return rest }
        }
        return word
    }

    /// How names of local governments begin, in full and shortened, the longest first.
    private var kinds: [String] {
        let names = OrganisationKind.allCases.map(\.thaiPrefix).filter { !$0.isEmpty }
        return (names + names.compactMap(spelling.abbreviation)).sorted { $0.count > $1.count }
    }

    /// The same words to be told from names that are nearly so: a kind of organisation stands apart from the
    /// place behind it, in which the misspelling is looked for.
    func nearWords(typed: String) -> [NearWord] {
        let kinds = kinds
        return needles(typed: typed).flatMap { needle -> [NearWord] in
            for kind in kinds {
                guard let place = place(needle, after: kind) else { continue }
                let word = NearWord(place)
                if word.tolerance > 0 { return [NearWord(kind), word] }
            }
            return [NearWord(needle)]
        }
    }

    /// As search sees it, without dots and without what has a meaning in a haystack or a pattern.
    private func plain(_ text: String) -> String {
        let bytes = text.normalisedForSearch(spelling).utf8.filter { !Self.marks.contains($0) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let marks = Array(".,()|%_\\".utf8)

    // By bytes: a character of the name may begin with the prefix's last letter.
    private func place(_ name: String, after prefix: String) -> String? {
        guard !prefix.isEmpty, name != prefix, name.utf8.starts(with: prefix.utf8) else { return nil }
        return String(decoding: name.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
    }

    private func place(_ name: String, before suffix: String) -> String? {
        guard !suffix.isEmpty, name != suffix, name.hasSuffix(suffix) else { return nil }
        return String(name.dropLast(suffix.count))
    }
}
