public import SalaEngine

/// Where letters lead: whole addresses of pages of the installation that wrote them.
public struct Links: Sendable {
    let submission: @Sendable (SubmissionID) -> String

    /// - Parameter submission: the address of a submission's page.
    public init(submission: @escaping @Sendable (SubmissionID) -> String) {
        self.submission = submission
    }
}
