/// Statements that were reckoned in one transaction to be run in another.
public struct HeldStatements: Sendable {
    let statements: [SQL]

    init(_ statements: [SQL]) {
        self.statements = statements
    }

    /// How many statements there are.
    public var count: Int { statements.count }

    /// Gathers what one closure executes; it never leaves that closure.
    final class Collector {
        var statements: [SQL] = []
    }
}
