/// A word as somebody typed it, to be told from names that are nearly so.
struct NearWord: Sendable {
    let text: String
    private let letters: [Unicode.Scalar]

    init(_ text: String) {
        self.text = text
        letters = Array(text.unicodeScalars)
    }

    /// How many letters may be wrong: none of a short word, which would be near to everything.
    var tolerance: Int {
        switch letters.count {
        case ..<4: 0
        case ..<8: 1
        default: 2
        }
    }

    /// Parts of the word of which a name that is near holds at least one as it is: one more than letters may
    /// be wrong. Two letters that were exchanged may hide it, where they stand in two parts.
    var pieces: [String] {
        let count = tolerance + 1
        return (0..<count).map { index in
            var piece = String.UnicodeScalarView()
            piece.append(
                contentsOf: letters[(letters.count * index / count)..<(letters.count * (index + 1) / count)])
            return String(piece)
        }
    }

    /// The letters that were left out, are too many, are others or are exchanged with their neighbours, when
    /// the word is taken for the beginning of the name; nil for more than may be (the restricted distance of
    /// Damerau, Communications of the ACM 7(3), 1964).
    func distance(toBeginningOf name: some Collection<Unicode.Scalar>) -> Int? {
        let name = Array(name.prefix(letters.count + tolerance))
        guard name.count + tolerance >= letters.count else { return nil }
        var before: [Int] = []
        var above = Array(0...name.count)
        for (row, letter) in letters.enumerated() {
            var line = [row + 1]
            for (column, other) in name.enumerated() {
                var cost = min(
                    above[column] + (letter == other ? 0 : 1), above[column + 1] + 1, line[column] + 1)
                if row > 0, column > 0, letter == name[column - 1], letters[row - 1] == other {
                    cost = min(cost, before[column - 1] + 1)
                }
                line.append(cost)
            }
            (before, above) = (above, line)
        }
        guard let least = above.min(), least <= tolerance else { return nil }
        return least
    }
}
