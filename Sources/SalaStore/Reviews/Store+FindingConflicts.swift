import SalaDatabase
import SalaEngine
import SalaThai

extension Store {
    /// Takes a person who has just become a member of an organisation off everything that the record now
    /// shows a conflict with, in the transaction of the membership, and tells those who assign, and the
    /// judge. What was decided before stays as it was.
    func takeOffConflicts(
        of person: PersonID, joining organisation: OrganisationID, at now: Instant, _ connection: Connection
    ) throws {
        // The province counts only where a round minds it, which the engine knows.
        let rows = try connection.rows(
            """
            select review.submission_id, review.round, review.call_id
            from review join submission on submission.call_id = review.call_id
                and submission.id = review.submission_id
            where review.judge_id = \(person) and review.state in \(Review.State.active)
                and submission.organisation_id in (select other.id from organisation as own
                    join organisation as other on other.id = own.id
                        or (other.province_code = own.province_code and own.province_code <> '')
                    where own.id = \(organisation))
            order by review.call_id, review.submission_id, review.round
            """)
        var news: [CallID: (call: Call, programme: Programme, news: JudgingNews)] = [:]
        for row in rows {
            guard var dossier = try anyDossier(try row.id("submission_id"), for: nil, in: connection) else {
                continue
            }
            dossier.actor = .clock
            let judge = try self.judge(person, in: dossier.call, of: dossier.programme, connection)
            do {
                let told = try decide(
                    .takeOffConflicted(round: try row.get("round"), judge: judge), on: &dossier, at: now,
                    in: connection)
                let call = dossier.call
                news[call.id, default: (call, dossier.programme, JudgingNews())].news.add(told)
            } catch Refusal.notAssigned, Refusal.scoringClosed {
                continue
            }
        }
        for (_, one) in news.sorted(by: { $0.key < $1.key }) {
            try tell(one.news, under: one.call, of: one.programme, by: nil, at: now, in: connection)
        }
    }
}
