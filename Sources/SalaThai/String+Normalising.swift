import Foundation

extension String {
    /// One spelling for texts that people read as the same, for indexing and comparing alone: canonical
    /// Unicode, lower case, Thai marks in written order, ASCII digits, single spaces, and the table's
    /// standard spellings, abbreviations in full.
    public func normalisedForSearch(_ spelling: Spelling) -> String {
        let canonical = precomposedStringWithCanonicalMapping.lowercased()
        let plain = canonical.unicodeScalars.reduce(into: [Unicode.Scalar]()) { $0.append(plain: $1) }
        var spelt = spelling.standard(plain.withMarksInOrder())
        if spelt.last == " " { spelt.removeLast() }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: spelt)
        return String(view)
    }
}

extension [Unicode.Scalar] {
    /// Appends the scalar as search sees it; invisible ones vanish and white space becomes one space.
    fileprivate mutating func append(plain scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x00AD, 0x200B...0x200F, 0x2060, 0xFEFF, 0xFE00...0xFE0F: return
        case 0x0E50...0x0E59: append(moved: scalar, from: 0x0E50, to: 0x30)
        case 0xFF01...0xFF5E:
            var folded = String(Character(scalar.moved(from: 0xFF01, to: 0x21))).lowercased().unicodeScalars
            append(folded.removeFirst())
        default:
            if !scalar.properties.isWhitespace {
                append(scalar)
            } else if let last, last != " " {
                append(" ")
            }
        }
    }

    private mutating func append(moved scalar: Unicode.Scalar, from: UInt32, to: UInt32) {
        append(scalar.moved(from: from, to: to))
    }

    /// The marks of each consonant in written order, ำ and แ as one letter where two were typed for them.
    fileprivate func withMarksInOrder() -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(count)
        var index = 0
        while index < count {
            let scalar = self[index]
            if ThaiLetters.isMark(scalar) {
                index = appendMarks(from: index, to: &result)
            } else if scalar == ThaiLetters.saraAm {
                let tones = self[(index + 1)...].prefix(while: ThaiLetters.isTone)
                let before = result.last.map(ThaiLetters.isTone) == true ? [] : ThaiLetters.ordered(tones)
                result += before + [scalar]
                index += 1 + tones.count
            } else if scalar == ThaiLetters.saraE, index + 1 < count, self[index + 1] == ThaiLetters.saraE {
                result.append(ThaiLetters.saraAe)
                index += 2
            } else {
                result.append(scalar)
                index += 1
            }
        }
        return result
    }

    private func appendMarks(from start: Int, to result: inout [Unicode.Scalar]) -> Int {
        let marks = self[start...].prefix(while: ThaiLetters.isMark)
        let isSaraAm =
            marks.endIndex < count && self[marks.endIndex] == ThaiLetters.saraAa
            && marks.contains(ThaiLetters.nikhahit)
        guard isSaraAm else {
            result += ThaiLetters.ordered(marks)
            return marks.endIndex
        }
        result += ThaiLetters.ordered(marks.filter { $0 != ThaiLetters.nikhahit }) + [ThaiLetters.saraAm]
        return marks.endIndex + 1
    }
}

extension Unicode.Scalar {
    fileprivate func moved(from: UInt32, to: UInt32) -> Unicode.Scalar {
        guard let moved = Unicode.Scalar(value - from + to) else {
            preconditionFailure("a digit has no code point")
        }
        return moved
    }
}
