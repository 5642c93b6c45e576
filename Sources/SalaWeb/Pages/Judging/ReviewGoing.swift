/// What becomes of a judge's sheet, and where it leads: what its buttons and its script send as `go`.
enum ReviewGoing: String, CaseIterable, Sendable {
    /// Kept on its own while the judge writes.
    case draft
    /// The draft is put aside for what was kept before.
    case discard
    /// Given; leads to the next that waits.
    case give
    /// Kept; leads to the same sheet.
    case stay
    /// Kept; leads to the next that waits.
    case next

    /// The text under `done` that says it.
    var done: String { self == .give ? "review-given" : "review-kept" }
}
