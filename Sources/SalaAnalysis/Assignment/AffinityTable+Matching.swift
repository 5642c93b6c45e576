import Foundation

extension AffinityTable {
    /// Digits after the point of affinities that are reckoned from words.
    private static var places: Int { 6 }

    /// Affinities from words: how near each judge's fields of expertise are to each entry's words, 0 to 1,
    /// when all that is known is how often each word occurs. The cosine of the two TF-IDF vectors (Salton and
    /// Buckley, doi 10.1016/0306-4573(88)90021-0), a word's weight being (1 + ln count) × (1 + ln((1 + n) /
    /// (1 + m))) where m of the n entries have it: what every entry says tells little. Nothing in common, or
    /// no words, is 0.
    public init(words: [Entry: [String: Int]], expertise: [Judge: [String: Int]]) {
        self.init(entries: words.keys.sorted(), judges: expertise.keys.sorted())
        let vocabulary = Set(words.values.flatMap(\.keys)).union(expertise.values.flatMap(\.keys)).sorted()
        let index = Dictionary(uniqueKeysWithValues: vocabulary.enumerated().map { ($1, $0) })
        var entriesWith = Array(repeating: 0, count: vocabulary.count)
        for counts in words.values {
            for word in counts.keys { entriesWith[index[word] ?? 0] += 1 }
        }
        let rarity = entriesWith.map { 1 + log(Double(1 + words.count) / Double(1 + $0)) }
        let vectors = entries.map { entry in
            WordVector(words[entry] ?? [:], index: index, rarity: rarity)
        }
        let unit = Double(ExactDecimal.power(of: AffinityTable.places))
        for (column, judge) in judges.enumerated() {
            let field = WordVector(expertise[judge] ?? [:], index: index, rarity: rarity)
            let weights = field.spread(over: vocabulary.count)
            for (row, vector) in vectors.enumerated() {
                let cosine = (vector.product(with: weights) * unit).rounded()
                self[row, column] = ExactDecimal(units: Int(cosine), places: AffinityTable.places)
            }
        }
    }
}

/// Weights of words, of length one in all.
private struct WordVector {
    private let words: [Int]
    private let weights: [Double]

    init(_ counts: [String: Int], index: [String: Int], rarity: [Double]) {
        let known = counts.compactMap { word, count in count > 0 ? index[word].map { ($0, count) } : nil }
            .sorted { $0.0 < $1.0 }
        let raw = known.map { word, count in (1 + log(Double(count))) * rarity[word] }
        let length = raw.reduce(0) { $0 + $1 * $1 }.squareRoot()
        words = known.map(\.0)
        weights = raw.map { $0 / length }
    }

    func spread(over count: Int) -> [Double] {
        var spread = Array(repeating: 0.0, count: count)
        for (word, weight) in zip(words, weights) { spread[word] = weight }
        return spread
    }

    func product(with spread: [Double]) -> Double {
        var sum = 0.0
        for place in words.indices { sum += weights[place] * spread[words[place]] }
        return sum
    }
}
