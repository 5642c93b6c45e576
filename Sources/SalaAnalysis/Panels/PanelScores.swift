/// The scores that judges gave entries, in an order that does not depend on how they were told.
public struct PanelScores<Entry, Judge>: Sendable
where Entry: Hashable & Comparable & Sendable, Judge: Hashable & Comparable & Sendable {
    /// One score of an entry.
    struct Cell: Sendable {
        let judge: Int
        let score: ExactDecimal
        let weight: ExactDecimal
    }

    /// Every entry that is named, in order, whether or not it has a score.
    public let entries: [Entry]
    public let judges: [Judge]
    /// By entry, judges in order.
    let cells: [[Cell]]

    /// A judge scores an entry once. Entries may be named that have no score. A score that is absent is left
    /// out unless a value is named that it counts as: then every judge scored every entry.
    public init(
        _ scores: [GivenScore<Entry, Judge>], entries named: [Entry] = [], weights: [ExactDecimal]? = nil,
        absent: ExactDecimal? = nil
    ) {
        let one = ExactDecimal(units: 1, places: 0)
        let entries = Set(scores.map(\.entry)).union(named).sorted()
        let judges = Set(scores.map(\.judge)).sorted()
        let entryPlaces = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1, $0) })
        let judgePlaces = Dictionary(uniqueKeysWithValues: judges.enumerated().map { ($1, $0) })
        var cells: [[Cell]] = Array(repeating: [], count: entries.count)
        for (place, score) in scores.enumerated() {
            guard let entry = entryPlaces[score.entry], let judge = judgePlaces[score.judge] else { continue }
            cells[entry].append(Cell(judge: judge, score: score.score, weight: weights?[place] ?? one))
        }
        for entry in cells.indices {
            if let absent {
                let present = Set(cells[entry].map(\.judge))
                precondition(present.count == cells[entry].count, "a judge scores an entry once")
                for judge in judges.indices where !present.contains(judge) {
                    cells[entry].append(Cell(judge: judge, score: absent, weight: one))
                }
            }
            cells[entry].sort { $0.judge < $1.judge }
        }
        self.entries = entries
        self.judges = judges
        self.cells = cells
    }

    /// The most digits after the point that a score has.
    var digits: Int { cells.flatMap { $0.map(\.score.places) }.max() ?? 0 }

    /// By judge: entries with their scores as whole numbers of units of `digits`.
    func units(byJudge digits: Int) -> [[(entry: Int, units: Int128)]] {
        var rows: [[(entry: Int, units: Int128)]] = Array(repeating: [], count: judges.count)
        for (entry, row) in cells.enumerated() {
            for cell in row { rows[cell.judge].append((entry, cell.score.units(ofPlaces: digits))) }
        }
        return rows
    }
}

extension ExactDecimal {
    /// As a whole number of units of so many digits after the point, which are as many as it has or more.
    func units(ofPlaces digits: Int) -> Int128 {
        Int128(units) * Int128(ExactDecimal.power(of: digits - places))
    }
}
