import ArgumentParser
import SalaAnalysis

/// A rule as it is typed: `mean`, `trimmed-mean:1`.
struct PanelRuleArgument: ExpressibleByArgument {
    var rule: PanelRule

    static let allValueStrings = [
        "mean", "median", "trimmed-mean:N", "weighted-mean", "z-score", "copeland", "bradley-terry",
    ]

    init?(argument: String) {
        let parts = argument.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        switch (parts[0], parts.count) {
        case ("mean", 1): rule = .each(.mean)
        case ("median", 1): rule = .each(.median)
        case ("trimmed-mean", 1): rule = .each(.trimmedMean(dropping: 1))
        case ("trimmed-mean", 2):
            guard let dropped = Int(parts[1]), (0...1_000_000).contains(dropped) else { return nil }
            rule = .each(.trimmedMean(dropping: dropped))
        case ("weighted-mean", 1): rule = .weightedMean
        case ("z-score", 1): rule = .zScore(.population)
        case ("z-score", 2):
            guard let deviation = PanelRule.Deviation(rawValue: parts[1]) else { return nil }
            rule = .zScore(deviation)
        case ("copeland", 1): rule = .copeland
        case ("bradley-terry", 1): rule = .bradleyTerry
        default: return nil
        }
    }
}
