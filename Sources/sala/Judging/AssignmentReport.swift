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
            + "\n\ntotal \(total), minimum \(minimum)\(limit), \(proof); \(spread) entries a judge"
    }
}

/// What `sala assign` says when there is no assignment.
struct InfeasibilityReport: Encodable {
    struct Pair: Encodable {
        var entry: String
        var judge: String
    }

    struct Mend: Encodable {
        var change: String
        var from: Int?
        var to: Int?
        var add: Int?
        var conflicts: [Pair]?
        /// By how many units of its kind.
        var size: Int
        var words: String
    }

    struct Cause: Encodable {
        var entries: [String]
        var missing: Int
        var fullJudges: [String]
        var emptyJudges: [String]
        /// The smallest change that is enough; absent when no single change of a kind we know is.
        var mend: Mend?
        /// Every change that is enough, the smallest first.
        var mends: [Mend]
    }

    var infeasible: Cause

    init(_ cause: Infeasibility<String, String>) {
        let mends = cause.mends.map(Mend.init)
        infeasible = Cause(
            entries: cause.entries, missing: cause.missing, fullJudges: cause.fullJudges,
            emptyJudges: cause.emptyJudges, mend: mends.first, mends: mends)
    }

    /// A sentence or two for standard error.
    var notice: String {
        let cause = infeasible
        func listed(_ names: [String]) -> String {
            names.prefix(5).joined(separator: ", ") + (names.count > 5 ? " and \(names.count - 5) more" : "")
        }
        let short = "\(cause.missing) judges are missing among the entries \(listed(cause.entries))"
        let idle = "the minimum load cannot be kept for the judges \(listed(cause.emptyJudges))"
        let words = [cause.missing > 0 ? short : nil, cause.emptyJudges.isEmpty ? nil : idle]
            .compactMap { $0 }.joined(separator: ", and ")
        let mend = cause.mend.map { "; the smallest change that would mend it: \($0.words)" } ?? ""
        return "there is no assignment: \(words)\(mend)"
    }
}

extension InfeasibilityReport.Mend {
    init(_ mend: Infeasibility<String, String>.Mend) {
        let size = mend.size
        switch mend {
        case .maximumLoad(let from, let to):
            self.init(change: "max-load", from, to, "raise --max-load from \(from) to \(to)", size)
        case .minimumLoad(let from, let to):
            self.init(change: "min-load", from, to, "lower --min-load from \(from) to \(to)", size)
        case .demand(let from, let to):
            self.init(change: "demand", from, to, "lower --demand from \(from) to \(to)", size)
        case .judges(let count):
            self.init(change: "judges", nil, nil, "add \(count) judges without conflicts", size)
            add = count
        case .conflicts(let pairs):
            let named = pairs.prefix(5).map { "(\($0.entry), \($0.judge))" }.joined(separator: ", ")
            let rest = pairs.count > 5 ? " and \(pairs.count - 5) more" : ""
            self.init(change: "conflicts", nil, nil, "lift the conflicts \(named)\(rest)", size)
            conflicts = pairs.map { .init(entry: $0.entry, judge: $0.judge) }
        }
    }

    private init(change: String, _ from: Int?, _ to: Int?, _ words: String, _ size: Int) {
        self.change = change
        self.from = from
        self.to = to
        self.words = words
        self.size = size
    }
}
