/// A written form and what search reads in its place.
struct SpellingVariant: Sendable {
    var written: [Unicode.Scalar]
    var standard: [Unicode.Scalar]
    /// A short form may be part of a longer word (อบต in ประกอบต่อ, ทต. in บาทต.): it must begin one.
    var beginsWord = false
    var endsWord = false

    /// The forms that an entry of the table stands for.
    static func variants(_ entry: Spelling.Entry) -> [SpellingVariant] {
        switch entry.use {
        case .spelling: entry.written.map { SpellingVariant($0, entry) }
        case .abbreviation: entry.written.flatMap { abbreviation($0, entry) }
        case .name, .province, .district, .subdistrict: []
        }
    }

    private init(_ written: String, _ entry: Spelling.Entry, begins: Bool = false, ends: Bool = false) {
        self.written = Array(written.unicodeScalars)
        standard = Array(entry.standard.unicodeScalars)
        beginsWord = begins
        endsWord = ends
    }

    /// With a dot behind, with dots between, and alone. Two letters alone are more often a word of their own
    /// (ทน, to endure).
    private static func abbreviation(_ letters: String, _ entry: Spelling.Entry) -> [SpellingVariant] {
        let isShort = letters.unicodeScalars.count < 3
        let begins = isShort || letters.unicodeScalars.allSatisfy(\.isASCII)
        let dotted = letters.unicodeScalars.map { "\($0)." }.joined()
        var variants = [
            SpellingVariant(letters + ".", entry, begins: begins),
            SpellingVariant(dotted, entry, begins: begins),
        ]
        if !isShort { variants.append(SpellingVariant(letters, entry, begins: true, ends: true)) }
        return variants
    }

    func matches(_ text: [Unicode.Scalar], at index: Int) -> Bool {
        let end = index + written.count
        guard end <= text.count, text[index..<end].elementsEqual(written) else { return false }
        if end < text.count, ThaiLetters.isMark(text[end]) { return false }
        if beginsWord, index > 0, isSameScript(text[index - 1]) { return false }
        return !(endsWord && end < text.count && isSameScript(text[end]))
    }

    private func isSameScript(_ neighbour: Unicode.Scalar) -> Bool {
        written[0].isASCII
            ? neighbour.isASCII && neighbour.properties.isAlphabetic || ("0"..."9").contains(neighbour)
            : ThaiLetters.isPartOfWord(neighbour)
    }
}
