import Testing

/// A place where the house's rules are not kept.
struct Violation: Equatable, CustomStringConvertible {
    /// The path inside the repository.
    var file: String
    var line: Int
    var what: String

    var description: String { "\(file):\(line): \(what)" }
}

/// Records every violation under its file and line.
func expectNone(_ violations: [Violation]) {
    for violation in violations {
        Issue.record("\(violation)")
    }
}
