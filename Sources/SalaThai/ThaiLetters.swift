/// The classes of Thai code points that normalising and word breaking tell apart (Unicode, block Thai, and
/// the ordering of marks of the WTT 2.0 specification).
enum ThaiLetters {
    static let saraAa: Unicode.Scalar = "\u{0E32}"
    static let saraAm: Unicode.Scalar = "\u{0E33}"
    static let saraE: Unicode.Scalar = "\u{0E40}"
    static let saraAe: Unicode.Scalar = "\u{0E41}"
    static let nikhahit: Unicode.Scalar = "\u{0E4D}"

    /// A mark above or below a consonant.
    static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0E31, 0x0E34...0x0E3A, 0x0E47...0x0E4E: true
        default: false
        }
    }

    /// A mark or ำ: Unicode (UAX 29) never parts it from the letter before, and neither may a word's end.
    static func joinsLetterBefore(_ scalar: Unicode.Scalar) -> Bool {
        isMark(scalar) || scalar == saraAm
    }

    static func isTone(_ scalar: Unicode.Scalar) -> Bool {
        (0x0E48...0x0E4B).contains(scalar.value)
    }

    /// A letter or mark that words are made of: no digit, ฯ, ๆ, ฿ or ornament.
    static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0E01...0x0E2E, 0x0E30...0x0E3A, 0x0E40...0x0E45, 0x0E47...0x0E4E: true
        default: false
        }
    }

    /// The place of a mark among those of one consonant: phinthu, vowel, tone, then the rest.
    static func rank(_ mark: Unicode.Scalar) -> Int {
        switch mark.value {
        case 0x0E3A: 0
        case 0x0E31, 0x0E34...0x0E39, 0x0E47: 1
        case 0x0E48...0x0E4B: 2
        default: 3
        }
    }

    /// The order in which marks are written, without doubled ones.
    static func ordered(_ marks: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
        var ordered: [Unicode.Scalar] = []
        for rank in 0...3 {
            for mark in marks where ThaiLetters.rank(mark) == rank && ordered.last != mark {
                ordered.append(mark)
            }
        }
        return ordered
    }
}
