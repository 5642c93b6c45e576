extension Database {
    /// How many statements the body runs on this database in its `read` and `write` closures; what unrelated
    /// tasks run meanwhile is not counted, and a closure that had to run twice counts once.
    public nonisolated(nonsending) func counting(
        _ body: nonisolated(nonsending) () async throws -> Void
    ) async rethrows -> Int {
        let tally = StatementTally(of: self, within: StatementTally.current)
        try await StatementTally.$current.withValue(tally) { try await body() }
        return tally.count
    }
}
