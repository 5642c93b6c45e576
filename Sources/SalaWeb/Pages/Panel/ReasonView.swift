import SalaEngine

/// Why a review ended or was opened again.
struct ReasonView: Equatable, Sendable {
    /// What stands before the words; nil where they say it themselves.
    let label: String?
    /// The judge's or an officer's own words where there are some.
    let words: String

    /// Nil where there is no reason.
    init?(_ review: Review, of programme: Programme, _ site: Site, _ context: SalaContext) {
        guard let why = site.why(review, of: programme, context) else { return nil }
        label = review.isReopened ? site.say("panel.reopened-because", context) : nil
        words = why
    }
}
