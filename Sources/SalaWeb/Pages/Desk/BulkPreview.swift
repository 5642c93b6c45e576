import SalaEngine
import SalaStore

/// The chosen submissions, parted into those an action can be taken on and those it cannot, by reason.
struct BulkPreview: Sendable {
    /// The address of the desk to go back to, where what was ticked is ticked.
    let desk: String
    let chosen: [SubmissionID]
    let movable: [SubmissionID]
    /// Of the movable submissions, by number.
    let rows: [SubmissionRow]
    /// The newest event of each that was looked at.
    let seen: [SubmissionID: Int]
    /// The most frequent reason first.
    let refusals: [(refusal: Refusal, rows: [SubmissionRow])]
    /// What is mistaken in the action's own form, which is the same for all.
    let mistakes: [Mistake]

    /// - Parameter rows: of the chosen submissions; one that is missing cannot be seen and is not named.
    init(desk: String, chosen: [SubmissionID], _ outcome: BulkOutcome, rows: [SubmissionRow]) {
        self.desk = desk
        self.chosen = chosen
        seen = outcome.seen
        var movable = outcome.moved
        var mistakes: [Mistake] = []
        var groups: [(refusal: Refusal, rows: [SubmissionRow])] = []
        for row in rows {
            guard let refusal = outcome.refused[row.id] else { continue }
            // What the form still lacks is asked for on the page: it keeps nothing from being done.
            if case .mistaken(let found) = refusal {
                mistakes = found
                movable.append(row.id)
            } else if let index = groups.firstIndex(where: { $0.refusal.isLike(refusal) }) {
                groups[index].rows.append(row)
            } else {
                groups.append((refusal, [row]))
            }
        }
        self.movable = movable
        let moving = Set(movable)
        self.rows = rows.filter { moving.contains($0.id) }
        self.mistakes = mistakes
        refusals = groups.enumerated()
            .sorted { ($1.element.rows.count, $0.offset) < ($0.element.rows.count, $1.offset) }
            .map(\.element)
    }
}

extension Refusal {
    /// Whether people read the same sentence; where a stage is named, the sentence does not name it.
    fileprivate func isLike(_ other: Refusal) -> Bool {
        switch (self, other) {
        case (.wrongStage, .wrongStage), (.incomplete, .incomplete): true
        default: self == other
        }
    }
}
