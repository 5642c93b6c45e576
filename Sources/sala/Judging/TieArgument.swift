import ArgumentParser
import SalaAnalysis

/// Tie-breaks as they are typed: `median,highest`.
struct TieArgument: ExpressibleByArgument {
    var ties: [PanelTally<String, String>.TieBreak] = []

    init() {}

    init?(argument: String) {
        for word in argument.split(separator: ",", omittingEmptySubsequences: false) {
            guard let tie = PanelTally<String, String>.TieBreak(rawValue: String(word)), !ties.contains(tie)
            else { return nil }
            ties.append(tie)
        }
    }

    var defaultValueDescription: String { ties.map(\.rawValue).joined(separator: ",") }
}
