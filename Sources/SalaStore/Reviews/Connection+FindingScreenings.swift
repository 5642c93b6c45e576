import SalaDatabase
import SalaEngine

extension Connection {
    /// Which judges of the round have themselves taken an action on which submissions; that somebody only
    /// released a decision does not count.
    ///
    /// - Parameter submissions: the ids in question, as what stands after `in` in SQL.
    func screenings(
        of submissions: SQL, byJudgesOf round: Round, under call: CallID
    ) throws -> Set<AssignmentPair> {
        let rows = try rows(
            """
            select subject_id, actor_id, body from event
            where call_id = \(call) and subject_id in \(submissions) and kind = 'acted' and actor_id in
                (select person_id from call_role where call_id = \(call) and role = \(round.judges))
            """)
        let pairs = try rows.compactMap { row -> AssignmentPair? in
            guard case .acted(let acted) = try row.json("body", as: SubmissionEvent.self), !acted.wasHeld
            else { return nil }
            return AssignmentPair(submission: try row.id("subject_id"), judge: try row.id("actor_id"))
        }
        return Set(pairs)
    }
}
