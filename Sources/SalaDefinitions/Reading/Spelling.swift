import SalaEngine

/// Finds what an author meant by a word that is not known.
enum Spelling {
    /// The known word with the fewest changes of letters; nil when none is near.
    static func nearest(_ word: String, among known: some Sequence<String>) -> String? {
        let limit = max(1, word.count / 3)
        return known.map { (distance(word, $0), $0) }
            .filter { $0.0 <= limit }
            .min { ($0.0, $0.1) < ($1.0, $1.1) }?.1
    }

    /// A sentence that says what to write instead of the word.
    static func mend(_ word: String, among known: some Collection<String>) -> Sentence {
        if let near = nearest(word, among: known) { return "write `\(near)`" }
        if known.isEmpty { return "remove it" }
        let names = known.map { "`\($0)`" }.joined(separator: ", ")
        return "write one of \(names)"
    }

    /// Levenshtein's distance: insertions, deletions and replacements of one character.
    static func distance(_ left: String, _ right: String) -> Int {
        let right = Array(right)
        var row = Array(0...right.count)
        for (i, character) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for j in right.indices {
                let replaced = diagonal + (character == right[j] ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[right.count]
    }
}
