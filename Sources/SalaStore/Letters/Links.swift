public import SalaEngine

/// Where letters lead: whole addresses of pages of the installation that wrote them.
public struct Links: Sendable {
    /// A page that a letter leads to.
    public enum Page: Equatable, Sendable {
        case submission(SubmissionID)
        /// What anybody who holds that receipt's code may know.
        case receipt(String)
        /// Where a submission is begun under the call of that handle.
        case start(call: String)
        /// What anybody may see of the submission of that number in the call of that handle.
        case registerEntry(String, call: String)
        /// A judge's own desk in the call of that handle.
        case judging(call: String)
        /// The judge's own review of a submission in a round.
        case review(String, SubmissionID)
        /// A round of judging, for those who run it.
        case round(String, call: String)
    }

    let address: @Sendable (Page) -> String

    public init(address: @escaping @Sendable (Page) -> String) {
        self.address = address
    }
}
