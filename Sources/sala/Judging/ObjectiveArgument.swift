import ArgumentParser
import SalaAnalysis

/// An objective as it is typed: `fair-first`.
struct ObjectiveArgument: ExpressibleByArgument {
    var objective: AssignmentObjective

    static let allValueStrings = AssignmentObjective.allCases.map(\.rawValue)

    init(_ objective: AssignmentObjective) {
        self.objective = objective
    }

    init?(argument: String) {
        guard let objective = AssignmentObjective(rawValue: argument) else { return nil }
        self.init(objective)
    }

    var defaultValueDescription: String { objective.rawValue }
}
