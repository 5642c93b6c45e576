/// Which of two entries judges prefer, by the scores of those who scored both.
struct PairwisePreferences {
    /// Two entries that a judge scored both of.
    struct Pair {
        let first: Int
        let second: Int
        /// Judges who prefer the first, the second, and neither.
        var firsts = 0
        var seconds = 0
        var ties = 0
    }

    let entryCount: Int
    /// The first entry before the second, in order.
    let pairs: [Pair]

    init<Entry, Judge>(_ scores: PanelScores<Entry, Judge>) {
        let rows = scores.units(byJudge: scores.digits)
        entryCount = scores.entries.count
        var pairs: [Pair] = []
        for (first, cells) in scores.cells.enumerated() {
            var own: [Int: Pair] = [:]
            for cell in cells {
                let row = rows[cell.judge]
                guard let place = row.firstIndex(where: { $0.entry == first }) else { continue }
                for other in row[(place + 1)...] {
                    var pair = own[other.entry] ?? Pair(first: first, second: other.entry)
                    if row[place].units > other.units {
                        pair.firsts += 1
                    } else if row[place].units < other.units {
                        pair.seconds += 1
                    } else {
                        pair.ties += 1
                    }
                    own[other.entry] = pair
                }
            }
            pairs += own.values.sorted { $0.second < $1.second }
        }
        self.pairs = pairs
    }

    /// By entry: the entries it beats, each tie counted half, in halves.
    var copelandHalves: [Int] {
        var halves = Array(repeating: 0, count: entryCount)
        for pair in pairs {
            halves[pair.first] += pair.firsts > pair.seconds ? 2 : pair.firsts == pair.seconds ? 1 : 0
            halves[pair.second] += pair.seconds > pair.firsts ? 2 : pair.firsts == pair.seconds ? 1 : 0
        }
        return halves
    }
}
