import Foundation
import SalaAnalysis

/// What `sala assign` says of an assignment.
struct AssignmentReport: Encodable {
    struct Pair: Encodable {
        var entry: String
        var judge: String
        var affinity: Decimal
    }

    struct Judge: Encodable {
        var judge: String
        var load: Int
        /// Of all entries together.
        var affinity: Decimal
    }

    var objective: String
    var total: Decimal
    var minimum: Decimal
    /// No assignment has a greater minimum; absent when that was not looked for.
    var bound: Decimal?
    var proved: Bool
    var assignment: [Pair]
    var judges: [Judge]
    /// Judges with less than the minimum load.
    var underloaded: [String]

    init(
        _ assignment: Assignment<String, String>, _ table: AffinityTable<String, String>,
        objective: AssignmentObjective
    ) {
        self.objective = objective.rawValue
        self.assignment = assignment.pairs.map { pair in
            let affinity = table.affinity(of: pair.judge, for: pair.entry)
            return Pair(entry: pair.entry, judge: pair.judge, affinity: affinity.decimal)
        }
        total = self.assignment.reduce(0) { $0 + $1.affinity }
        let sums = self.assignment.reduce(into: [:]) { $0[$1.entry, default: Decimal(0)] += $1.affinity }
        minimum = sums.values.min() ?? 0
        proved = assignment.isProved
        let liked = self.assignment.reduce(into: [:]) { $0[$1.judge, default: Decimal(0)] += $1.affinity }
        judges = assignment.loads.sorted { $0.key < $1.key }.map {
            Judge(judge: $0, load: $1, affinity: liked[$0] ?? 0)
        }
        underloaded = assignment.underloaded
        if objective != .total, let found = assignment.bound {
            // Affinities that were compared with fewer digits may each be half a unit more.
            let isRounded = table.digits > assignment.digits
            let most = self.assignment.reduce(into: [:]) { $0[$1.entry, default: 0] += 1 }.values.max() ?? 0
            let slack = ExactDecimal(units: isRounded ? most : 0, places: assignment.digits)
            bound = max(minimum, found.decimal + slack.decimal)
        }
    }

    var lines: [[String]] {
        [["entry", "judge", "affinity"]]
            + assignment.map { [$0.entry, $0.judge, $0.affinity.description] }
    }

    var text: String {
        let loads = judges.map(\.load)
        let spread = "\(loads.min() ?? 0) to \(loads.max() ?? 0)"
        let proof = proved ? "proved to be the best" : "not proved to be the best"
        let limit = bound.map { ", at most \($0)" } ?? ""
        return JudgingOutput.table(lines, numbers: [2])
            + "\n\ntotal \(total), minimum \(minimum)\(limit), \(proof); loads \(spread)"
    }
}
