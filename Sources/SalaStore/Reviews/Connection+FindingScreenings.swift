import SalaDatabase
import SalaEngine

extension Connection {
    /// Which judges of the round have themselves taken an action on which submissions, of those that may be
    /// shown with committee eyes; that somebody only released a decision does not count.
    ///
    /// - Parameter condition: which submissions, as a condition on the table `submission`.
    func screenings(
        where condition: SQL, byJudgesOf round: Round, _ scope: Scope
    ) throws -> Set<AssignmentPair> {
        let rows = try rows(
            """
            select subject_id, actor_id, body from event
            where call_id = \(scope.call) and kind = 'acted' and actor_id in (select person_id from call_role
                    where call_id = \(scope.call) and role = \(round.judges))
                and subject_id in (select submission.id from submission
                    where \(scope.foreign) and \(condition))
            """)
        let pairs = try rows.compactMap { row -> AssignmentPair? in
            guard case .acted(let acted) = try row.json("body", as: SubmissionEvent.self), !acted.wasHeld
            else { return nil }
            return AssignmentPair(submission: try row.id("subject_id"), judge: try row.id("actor_id"))
        }
        return Set(pairs)
    }
}
