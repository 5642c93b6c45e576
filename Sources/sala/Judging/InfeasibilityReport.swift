import SalaAnalysis
import SalaEngine

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
        var words: Sentence
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

    /// Lines for standard error.
    var notices: [Sentence] {
        let cause = infeasible
        var notices: [Sentence] = ["there is no assignment"]
        if cause.missing > 0 {
            notices.append("places missing: \(cause.missing), among the entries \(listed(cause.entries))")
        }
        if !cause.emptyJudges.isEmpty {
            notices.append("the minimum load cannot be kept for the judges \(listed(cause.emptyJudges))")
        }
        if let mend = cause.mend { notices.append("the smallest change that would mend it: \(mend.words)") }
        return notices
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
                change: "judges", nil, nil,
                count == 1 ? "add 1 judge without conflicts" : "add \(count) judges without conflicts", size)
            add = count
        case .conflicts(let pairs):
            let named = listed(pairs.map { "(\($0.entry), \($0.judge))" })
            self.init(change: "conflicts", nil, nil, "lift the conflicts \(named)", size)
            conflicts = pairs.map { .init(entry: $0.entry, judge: $0.judge) }
        }
    }

    private init(change: String, _ from: Int?, _ to: Int?, _ words: Sentence, _ size: Int) {
        self.change = change
        self.from = from
        self.to = to
        self.words = words
        self.size = size
    }
}

/// The first five, and how many more there are.
private func listed(_ names: [String]) -> Sentence {
    let first = names.prefix(5).joined(separator: ", ")
    return names.count > 5 ? "\(first) and \(names.count - 5) more" : "\(first)"
}
