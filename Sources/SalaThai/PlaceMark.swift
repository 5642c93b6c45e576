/// A mark before the name of a place, as in จ.ระยอง or ตำบลบางปู.
struct PlaceMark: Sendable {
    var written: [Unicode.Scalar]
    var place: Spelling.Place

    /// The long form and the short ones with their dot.
    static func marks(_ entry: Spelling.Entry) -> [PlaceMark] {
        let place: Spelling.Place? =
            switch entry.use {
            case .province: .province
            case .district: .district
            case .subdistrict: .subdistrict
            case .spelling, .abbreviation, .name: nil
            }
        guard let place else { return [] }
        return ([entry.standard] + entry.written.map { "\($0)." }).map {
            PlaceMark(written: Array($0.unicodeScalars), place: place)
        }
    }

    /// What follows the mark at the beginning of a word; nil without the mark, and where a further dot shows
    /// that its letter belongs to another abbreviation (จ.ส.อ.).
    func name(in word: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        guard word.starts(with: written) else { return nil }
        let name = word.dropFirst(written.count)
        if let first = name.first, ThaiLetters.joinsLetterBefore(first) { return nil }
        return name.dropFirst().first == "." ? nil : Array(name)
    }
}
