import SalaEngine
import SalaStore

/// The order in which a judge's own reviews come up.
struct JudgingQueue: Sendable {
    private let rows: [JudgeRow]

    init(_ desk: JudgeDesk) {
        rows = desk.rows.sorted { left, right in
            (left.submission.number ?? "", left.submission.id) < (
                right.submission.number ?? "", right.submission.id
            )
        }
    }

    /// The reviews that the judge still has to give.
    var open: Int { rows.count { $0.review.state != .final } }
    var total: Int { rows.count }

    /// The next review that is open after that submission, from the beginning again at the end; the first
    /// open one without a submission, and nil when no other is open.
    func next(after id: SubmissionID?, in round: String?) -> JudgeRow? {
        let place = rows.firstIndex { $0.submission.id == id && $0.round == round }
        let rest = place.map { Array(rows[($0 + 1)...]) + Array(rows[..<$0]) } ?? rows
        return rest.first { $0.review.state != .final }
    }
}
