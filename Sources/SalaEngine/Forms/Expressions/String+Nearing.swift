extension String {
    /// The candidate that differs by the fewest letters, if those are few enough for a slip of the hand.
    func nearest(in candidates: some Sequence<String>) -> String? {
        let limit = unicodeScalars.count < 4 ? 1 : Swift.max(2, unicodeScalars.count / 3)
        let near = candidates.map { ($0, lowercased().distance(to: $0.lowercased())) }.filter {
            $0.1 <= limit
        }
        return near.min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
    }

    /// Letters to insert, remove or replace (Levenshtein).
    private func distance(to other: String) -> Int {
        let target = other.scalars
        var row = Array(0...target.count)
        for (line, scalar) in unicodeScalars.enumerated() {
            var diagonal = row[0]
            row[0] = line + 1
            for column in target.indices {
                let replaced = diagonal + (target[column] == scalar ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = Swift.min(replaced, row[column] + 1, diagonal + 1)
            }
        }
        return row[target.count]
    }
}
