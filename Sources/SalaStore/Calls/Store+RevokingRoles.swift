import SalaDatabase
import SalaEngine
import SalaThai

extension Store {
    /// Takes every review off the holder that the role asks for and that is not given yet, as the role is
    /// taken back; what was given stays, and the judge is told. Who has a stake in what the role judges now
    /// takes nobody out of it, whoever reviews that: refused with `stakeInRound`.
    func takeOffReviews(
        of holder: PersonID, losing role: String, under call: Call, by person: PersonID, at now: Instant,
        _ connection: Connection
    ) throws {
        let view = try callView(call.handle, for: person, in: connection)
        let rounds = view.programme.rounds.filter { $0.judges == role }
        if let own = try ownEntry(in: rounds, view, connection) { throw Refusal.stakeInRound(own) }
        let rows = try connection.rows(
            """
            select review.submission_id, review.round
            """ + openReviews(in: view, of: rounds)
                + " and review.judge_id = \(holder) order by review.submission_id, review.round")
        var news = JudgingNews()
        for row in rows {
            let id: SubmissionID = try row.id("submission_id")
            // Who grants roles need not see what is filed.
            guard var dossier = try anyDossier(id, for: person, in: connection) else {
                throw Refusal.notFound
            }
            news.add(
                try decide(
                    .takeOff(round: try row.get("round"), judge: holder, role: role), on: &dossier, at: now,
                    in: connection))
        }
        try tell(news, under: call, of: view.programme, by: person, at: now, in: connection)
        try tellReviewsTakenOff(rows.count, of: holder, role: role, in: view, at: now, connection)
    }

    /// The number of something that rests in one of the rounds and that the person has a stake in.
    private func ownEntry(
        in rounds: [Round], _ view: CallView, _ connection: Connection
    ) throws -> String? {
        let stages = rounds.flatMap { view.programme.workflow.stages(of: $0.name) }
        let row = try connection.row(
            """
            select number from submission where call_id = \(view.call.id) and stage in \(list: stages)
                and (\(Scope.stake(of: view.actor))) order by number limit 1
            """)
        return try row.map { try $0.get("number") as String? ?? "" }
    }

    /// How many reviews are open with each judge, by the role that asks for them, without those of what the
    /// person has a stake in.
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

    private func openReviews(in view: CallView, of rounds: [Round]) -> SQL {
        """

        from review join submission on submission.call_id = review.call_id
            and submission.id = review.submission_id
        where review.call_id = \(view.call.id) and \(Scope.foreign(to: view.actor))
            and review.state in \(Review.State.open) and review.round in \(list: rounds.map(\.name))
        """
    }
}
