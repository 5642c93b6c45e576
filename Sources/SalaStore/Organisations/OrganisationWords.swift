import SalaThai

/// What people may type to find an organisation.
enum OrganisationWords {
    /// The names that a search looks in, each with `|` before and after it, then looser words with a space
    /// before.
    static func haystack(
        kind: OrganisationKind, thai: String, english: String, provinceThai: String, provinceEnglish: String
    ) -> String {
        let place = thai.hasPrefix(kind.thaiPrefix) ? String(thai.dropFirst(kind.thaiPrefix.count)) : thai
        var names = [thai]
        if place != thai, !place.isEmpty {
            names.append(place)
            if !kind.thaiAbbreviation.isEmpty { names.append(kind.thaiAbbreviation + place) }
            if kind.isMunicipality { names.append("เทศบาล\(place)") }
        }
        names.append(english)
        if let place = englishPlace(kind, english) { names.append(place) }
        let words = [provinceThai, provinceEnglish, kind.englishAbbreviation].map(plain)
            .filter { !$0.isEmpty }
        return "|" + names.map(plain).joined(separator: "|") + "| " + words.joined(separator: " ")
    }

    /// The words of what was typed, each of which must be found; at most six.
    static func needles(typed: String) -> [String] {
        typed.normalisedForSearch.split(separator: " ").lazy.map(withoutProvinceMark).map(plain)
            .filter { !$0.isEmpty }.prefix(6).map(\.self)
    }

    private static func plain(_ text: String) -> String {
        let marks = ".|%_\\".unicodeScalars
        let scalars = text.normalisedForSearch.unicodeScalars.filter { !marks.contains($0) }
        return String(String.UnicodeScalarView(scalars))
    }

    private static func plain(_ text: Substring) -> String {
        plain(String(text))
    }

    private static func withoutProvinceMark(_ word: Substring) -> Substring {
        // By bytes: a character of the word may begin with the mark's last letter.
        let mark = ["จังหวัด", "จ."].first { mark in
            word.utf8.starts(with: mark.utf8) && word.utf8.count > mark.utf8.count
        }
        return mark.map { Substring(word.utf8.dropFirst($0.utf8.count)) } ?? word
    }

    private static func englishPlace(_ kind: OrganisationKind, _ name: String) -> String? {
        let ending = LocalGovernment.Kind(rawValue: kind.rawValue)?.englishName(of: "") ?? ""
        guard !ending.isEmpty, name.hasSuffix(ending), name.count > ending.count else { return nil }
        return String(name.dropLast(ending.count))
    }
}
