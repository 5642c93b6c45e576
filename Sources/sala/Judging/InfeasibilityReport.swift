import SalaAnalysis

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
        let short =
            "\(cause.missing.of("place is", "places are")) missing among the entries \(listed(cause.entries))"
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
            self.init(
                change: "judges", nil, nil, "add \(count.of("judge", "judges")) without conflicts", size)
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
