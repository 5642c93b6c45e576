public import SalaEngine

/// Where letters lead: whole addresses of pages of the installation that wrote them.
public struct Links: Sendable {
    let submission: @Sendable (SubmissionID) -> String
    let start: @Sendable (String) -> String

    /// - Parameters:
    ///   - submission: the address of a submission's page.
    ///   - start: the address where a submission is begun under the call of that handle.
    public init(
        submission: @escaping @Sendable (SubmissionID) -> String,
        start: @escaping @Sendable (String) -> String
    ) {
        self.submission = submission
        self.start = start
    }
}
