import SalaThai

/// What people may type to find an organisation.
enum OrganisationWords {
    /// The names that a search looks in, each with `|` before and after it, then looser words with a space
    /// before.
    static func haystack(
        kind: OrganisationKind, thai: String, english: String, provinceThai: String, provinceEnglish: String
    ) -> String {
        let thai = plain(thai), english = plain(english)
        var names = [thai]
        if let place = place(thai, after: kind.thaiPrefix) {
            names.append(place)
            if !kind.thaiAbbreviation.isEmpty { names.append(kind.thaiAbbreviation + place) }
            if kind.isMunicipality { names.append("เทศบาล" + place) }
        }
        names.append(english)
        if let place = place(english, before: kind.englishSuffix) { names.append(place) }
        let words = [plain(provinceThai), plain(provinceEnglish), kind.englishAbbreviation]
        return "|" + names.joined(separator: "|") + "| " + words.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The words of what was typed, each of which must be found; at most six.
    static func needles(typed: String) -> [String] {
        typed.normalisedForSearch.split(separator: " ").map(withoutProvinceMark).map(plain)
            .filter { !$0.isEmpty }.prefix(6).map(\.self)
    }

    /// As search sees it, without dots and without what has a meaning in a haystack or a pattern.
    private static func plain(_ text: String) -> String {
        let bytes = text.normalisedForSearch.utf8.filter { !marks.contains($0) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let marks = Array(".|%_\\".utf8)

    private static func withoutProvinceMark(_ word: Substring) -> String {
        let mark = ["จังหวัด", "จ."].first { $0 != word && word.utf8.starts(with: $0.utf8) }
        return String(decoding: word.utf8.dropFirst(mark?.utf8.count ?? 0), as: UTF8.self)
    }

    // By bytes: a character of the name may begin with the prefix's last letter.
    private static func place(_ name: String, after prefix: String) -> String? {
        guard !prefix.isEmpty, name != prefix, name.utf8.starts(with: prefix.utf8) else { return nil }
        return String(decoding: name.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
    }

    private static func place(_ name: String, before suffix: String) -> String? {
        guard !suffix.isEmpty, name != suffix, name.hasSuffix(suffix) else { return nil }
        return String(name.dropLast(suffix.count))
    }
}
