/// What the page of a judge's own review showed when it was opened, the review and the draft beside it, each
/// as a stamp of a few letters: what tells a later post whether another page has written meanwhile.
public struct ShownReview: Hashable, Sendable {
    private var review: String
    private var draft: String

    public init(_ review: Review, draft: Scoring?) {
        self.review = review.stamp
        self.draft = draft?.stamp ?? ""
    }

    /// Reads what `text` wrote; what it did not write was never shown.
    public init(_ text: String) {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        review = parts.first.map(String.init) ?? ""
        draft = parts.count == 2 ? String(parts[1]) : ""
    }

    /// The stamps as a form carries them.
    public var text: String { "\(review).\(draft)" }

    /// Refuses with `overtaken` what would take the place of a review that says something else by now.
    /// Nothing is lost where the same is sent twice.
    func demand(_ review: Review, before sent: Scoring) throws(Refusal) {
        guard review.stamp == self.review || sent.says(review) else { throw .overtaken([]) }
    }

    /// Refuses with `overtaken` what would take the place of a draft that was not shown and says something
    /// else; nil is nothing, which would take any draft away.
    public func demand(draft: Scoring?, before sent: Scoring?) throws(Refusal) {
        guard let draft, draft.stamp != self.draft, draft.stamp != sent?.stamp else { return }
        throw .overtaken([])
    }
}

extension Review {
    fileprivate var stamp: String {
        let said = Scoring(
            scores: scores, commentToCommittee: commentToCommittee, commentToFiler: commentToFiler,
            isFinal: false)
        return "\(state.rawValue) \(said.stamp)".stamp
    }
}

extension Scoring {
    /// Of the levels and the comments alone.
    fileprivate var stamp: String {
        let levels = scores.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return (levels + ["", commentToCommittee, "\u{0}", commentToFiler]).joined(separator: "\n").stamp
    }
}
