import SalaEngine

/// What somebody confirms of an action on many: which of the chosen submissions move, and how far each had
/// come when it was shown.
struct BulkExpectation: Equatable, Sendable {
    /// As the form carries it: one word for each chosen submission, `-` for one that does not move.
    let text: String
    /// The newest event of each submission that moves.
    let events: [SubmissionID: Int]

    init(_ preview: BulkPreview) {
        let movable = Set(preview.movable)
        events = preview.seen.filter { movable.contains($0.key) }
        let events = events
        text = preview.chosen.map { events[$0].map(String.init) ?? "-" }.joined(separator: " ")
    }

    /// Nil where the text does not speak of those submissions, one after the other.
    init?(_ text: String, of chosen: [SubmissionID]) {
        let words = text.split(separator: " ")
        guard words.count == chosen.count else { return nil }
        var events: [SubmissionID: Int] = [:]
        for (id, word) in zip(chosen, words) where word != "-" {
            guard let event = Int(word) else { return nil }
            events[id] = event
        }
        self.text = text
        self.events = events
    }
}
