/// A stretch of text in which words may lie: Thai letters, or letters and digits of other scripts.
struct WordRun {
    var isThai: Bool
    var scalars: [Unicode.Scalar]

    /// The runs of a text in order; everything between them (spaces, signs, emoji, stray marks) is left out.
    static func runs(of text: String) -> [WordRun] {
        var runs: [WordRun] = []
        var isOpen = false
        for scalar in text.unicodeScalars {
            let kind = Kind(scalar)
            let isThai = kind == .thai || kind == .thaiMark
            let continues = isOpen && runs.last?.isThai == isThai
            switch kind {
            case .separator: isOpen = false
            case .mark where !continues, .thaiMark where !continues: isOpen = false
            case .thai, .thaiMark, .other, .mark:
                if continues {
                    runs[runs.count - 1].scalars.append(scalar)
                } else {
                    runs.append(WordRun(isThai: isThai, scalars: [scalar]))
                }
                isOpen = true
            }
        }
        return runs
    }

    private enum Kind {
        case thai, thaiMark, other, mark, separator

        init(_ scalar: Unicode.Scalar) {
            if scalar.isASCII {
                let isWord = scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                self = isWord ? .other : .separator
            } else if ThaiLetters.isPartOfWord(scalar) {
                self = ThaiLetters.joinsLetterBefore(scalar) ? .thaiMark : .thai
            } else {
                self = Kind(category: scalar)
            }
        }

        private init(category scalar: Unicode.Scalar) {
            switch scalar.value {
            case 0x0E2F, 0x0E46, 0xFE00...0xFE0F, 0xE0100...0xE01EF:
                self = .separator
                return
            case 0x0EB3:
                self = .mark
                return
            default: break
            }
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
                .decimalNumber, .letterNumber, .otherNumber:
                self = .other
            case .nonspacingMark, .spacingMark: self = .mark
            default: self = .separator
            }
        }
    }
}
