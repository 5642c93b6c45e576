import SalaDatabase
public import SalaEngine
public import SalaThai

extension Store {
    /// Takes a role back, and with it every review that it asks of the person and that is not given yet, all
    /// in one transaction; what was given stays. Refuses all where the engine refuses one.
    ///
    /// - Parameter reason: what the history of each submission says of the review that is taken off.
    public func revoke(
        _ role: String, of holder: PersonID, on handle: String, because reason: String, by person: PersonID,
        at now: Instant
    ) async throws {
        try await database.write { connection in
            let view = try callView(handle, for: person, in: connection)
            _ = try decide(
                .revoke(role: role, person: holder), on: view.call, by: person, at: now, in: connection)
            let rows = try connection.rows(
                """
                select review.submission_id, review.round
                """ + openReviews(in: view, of: view.programme.rounds.filter { $0.judges == role })
                    + " and review.judge_id = \(holder) order by review.submission_id, review.round")
            for row in rows {
                var dossier = try dossier(try row.id("submission_id"), for: person, in: connection)
                try decide(
                    .unassign(round: try row.get("round"), judge: holder, reason: reason), on: &dossier,
                    at: now, in: connection)
            }
        }
    }

    /// How many reviews are open with each judge, by the role that asks for them.
    func openReviews(
        in view: CallView, _ connection: Connection
    ) throws -> [PersonID: [String: Int]] {
        let rows = try connection.rows(
            """
            select review.judge_id, review.round, count(*) as count
            """ + openReviews(in: view, of: view.programme.rounds)
                + " group by review.judge_id, review.round")
        return try rows.reduce(into: [:]) { open, row in
            guard let round = view.programme.round(try row.get("round")) else { return }
            open[try row.id("judge_id"), default: [:]][round.judges, default: 0] += try row.get("count")
        }
    }

    /// What is decided already waits for no judge.
    private func openReviews(in view: CallView, of rounds: [Round]) -> SQL {
        """

        from review join submission on submission.call_id = review.call_id
            and submission.id = review.submission_id
        where review.call_id = \(view.call.id) and submission.held is null
            and review.state in \(Review.State.open) and review.round in \(list: rounds.map(\.name))
        """
    }
}
