import SalaDatabase
import SalaEngine

extension Store {
    /// The submission after this one, in the order of a desk's filter, that waits for the person of the
    /// dossier; from the beginning again at the end, and nil when no other waits.
    ///
    /// - Parameter place: where the submission stood before it was acted on; nil where it still stands.
    public func nextWaiting(
        after dossier: Dossier, matching filter: SubmissionFilter, from place: DeskPlace? = nil
    ) async throws -> SubmissionRow? {
        let stages = dossier.programme.stages(movedBy: dossier.actor).sorted()
        guard !stages.isEmpty else { return nil }
        return try await database.read { connection in
            let scope = Scope(dossier.actor, programme: dossier.programme, call: dossier.call.id)
            let waiting: SQL =
                narrowed(scope, filter, foreign: true, connection)
                    + """
                     and submission.stage in \(list: stages) and submission.number is not null
                    and submission.held is null and submission.id <> \(dossier.submission.id)
                    """
            let ordered = order(filter.order) + "limit 1"
            let next = try connection.row(
                Store.rowColumns + waiting + " and ("
                    + dossier.submission.precedes(filter.order, from: place) + ")" + ordered)
            return try (next ?? connection.row(Store.rowColumns + waiting + ordered)).map {
                try scope.row($0)
            }
        }
    }
}

extension Submission {
    /// The condition that a row of `submission` comes after this one in that order.
    fileprivate func precedes(_ order: SubmissionFilter.Order, from place: DeskPlace?) -> SQL {
        switch order {
        case .number:
            return "submission.number > \(number ?? "")"
        case .filed:
            return """
                submission.filed_at < \(filedAt) or submission.filed_at = \(filedAt)
                and submission.id > \(id)
                """
        case .due:
            guard let due = place.map(\.time) ?? due else {
                return "submission.due_at is null and submission.id > \(id)"
            }
            return """
                submission.due_at is null or submission.due_at > \(due)
                or submission.due_at = \(due) and submission.id > \(id)
                """
        case .moved:
            let moved: SQL =
                (place?.time).map { "\($0)" }
                ?? "(select own.moved_at from submission own where own.id = \(id))"
            return """
                submission.moved_at < \(moved)
                or submission.moved_at = \(moved) and submission.id > \(id)
                """
        }
    }
}
