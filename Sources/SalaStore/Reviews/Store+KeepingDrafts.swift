import SalaDatabase
public import SalaEngine
public import SalaThai

/// What a judge has written in a review and not handed in: the judge's own, and no part of what happened.
public struct KeptDraft: Equatable, Sendable {
    public var scoring: Scoring
    public var keptAt: Instant
}

extension Store {
    /// Keeps what a judge has written so far beside the judge's own review, which stays as it is, in place
    /// of what was kept before; what the review says already is no draft, for which the answer is nil.
    /// Refuses who may not write the review now, and with `overtaken` what would take the place of words that
    /// the person's page did not show.
    @discardableResult
    public func keepDraft(
        _ scoring: Scoring, of id: SubmissionID, in round: String, expecting shown: ShownReview? = nil,
        by person: PersonID, at now: Instant
    ) async throws -> KeptDraft? {
        try await database.write { connection in
            var dossier = try dossier(id, for: person, in: connection)
            try connection.findClosedRounds(of: &dossier, among: [round])
            let submission = dossier.submission
            let draft = try submission.draft(
                of: round, scoring, shown: shown, in: dossier.situation(at: now, calendar: calendar))
            try shown?.demand(
                draft: connection.draft(of: submission, in: round, by: person)?.scoring,
                before: draft ?? scoring)
            guard let draft else {
                try connection.dropDraft(of: submission, in: round, by: person)
                return nil
            }
            try connection.execute(
                """
                insert into review_draft (call_id, submission_id, round, judge_id, content, kept_at)
                values (\(submission.call), \(submission.id), \(round), \(person),
                    \(try JSON.encode(draft)), \(now))
                on conflict (call_id, submission_id, round, judge_id) do update
                set content = excluded.content, kept_at = excluded.kept_at
                """)
            return KeptDraft(scoring: draft, keptAt: now)
        }
    }

    /// Takes away what the person has written in a review and not handed in; refuses with `overtaken` what
    /// the person's page did not show.
    public func dropDraft(
        of id: SubmissionID, in round: String, expecting shown: ShownReview? = nil, by person: PersonID
    ) async throws {
        try await database.write { connection in
            let dossier = try dossier(id, for: person, in: connection)
            try shown?.demand(
                draft: connection.draft(of: dossier.submission, in: round, by: person)?.scoring, before: nil)
            try connection.dropDraft(of: dossier.submission, in: round, by: person)
        }
    }
}

extension Connection {
    /// Refuses with `overtaken` to give or keep a review in place of a draft that its page did not show.
    func demandShownDrafts(before commands: [Command], on dossier: WholeDossier) throws {
        guard let person = dossier.actor.person else { return }
        for case .review(let round, let scoring, let shown?) in commands {
            try shown.demand(
                draft: draft(of: dossier.submission, in: round, by: person)?.scoring, before: scoring)
        }
    }

    func draft(of submission: Submission, in round: String, by person: PersonID) throws -> KeptDraft? {
        let row = try row(
            """
            select content, kept_at from review_draft
            where call_id = \(submission.call) and submission_id = \(submission.id) and round = \(round)
                and judge_id = \(person)
            """)
        return try row.map { KeptDraft(scoring: try $0.json("content"), keptAt: try $0.instant("kept_at")) }
    }

    func dropDraft(of submission: Submission, in round: String, by person: PersonID) throws {
        try execute(
            """
            delete from review_draft
            where call_id = \(submission.call) and submission_id = \(submission.id) and round = \(round)
                and judge_id = \(person)
            """)
    }
}
