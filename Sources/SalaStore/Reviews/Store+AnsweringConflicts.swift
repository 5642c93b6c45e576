import SalaDatabase
public import SalaEngine
public import SalaThai

extension Store {
    /// Writes what a judge says of several entries of a call, all in one transaction. What is not asked any
    /// more is passed over: it was answered, or taken off, meanwhile.
    public func answerConflicts(
        _ answers: [ConflictAnswer], under handle: String, by person: PersonID, at now: Instant
    ) async throws -> ConflictsAnswered {
        try await database.write { connection in
            try answer(answers, under: handle, by: person, at: now, connection)
        }
    }

    /// Writes what a judge of a blind round says of all who were named, and nothing that the judge reads says
    /// which entry an answer was about. Throws `Refusal.overtaken` where another list would be asked now.
    public func answerConflicts(
        blindly answer: BlindAnswer, under handle: String, by person: PersonID, at now: Instant
    ) async throws -> ConflictsAnswered {
        try await database.write { connection in
            let view = try callView(handle, for: person, in: connection)
            let asked = try conflictQuestions(view, for: person, connection).blind
            guard asked.contains(answer.question) else { throw Refusal.overtaken([]) }
            let rows = try connection.rows(
                """
                select submission.id, coalesce(submission.organisation_id, submission.applicant_id) as filer
                from submission join review on review.call_id = submission.call_id
                    and review.submission_id = submission.id and review.judge_id = \(person)
                    and review.round = \(answer.question.round)
                where submission.id in \(list: answer.question.submissions)
                """)
            let answers = try rows.map { row in
                let key = try (row.get("filer") as String).lowercased()
                return ConflictAnswer(
                    submission: try row.id("id"), round: answer.question.round, words: answer.words,
                    conflict: answer.conflicts.contains { $0.lowercased() == key } ? answer.reason : nil)
            }
            return try self.answer(answers, under: handle, by: person, at: now, connection)
        }
    }

    private func answer(
        _ answers: [ConflictAnswer], under handle: String, by person: PersonID, at now: Instant,
        _ connection: Connection
    ) throws -> ConflictsAnswered {
        let view = try callView(handle, for: person, in: connection)
        var done = ConflictsAnswered()
        var news = JudgingNews()
        for answer in answers {
            guard
                var dossier = try open(answer.submission, for: person, in: connection),
                dossier.call.id == view.call.id,
                let round = dossier.programme.round(answer.round),
                dossier.submission.awaitsAnswer(of: person, in: round)
            else {
                done.passed += 1
                continue
            }
            let command: Command =
                answer.conflict.map {
                    .declareConflict(round: answer.round, reason: $0, words: answer.words)
                } ?? .denyConflict(round: answer.round, words: answer.words)
            do {
                news.add(try decide(command, on: &dossier, at: now, in: connection))
            } catch Refusal.scoringClosed, Refusal.wrongStage {
                done.passed += 1
                continue
            }
            if answer.conflict == nil { done.cleared += 1 } else { done.declared += 1 }
        }
        try tell(news, under: view.call, of: view.programme, by: person, at: now, in: connection)
        return done
    }

    /// Nil for what the judge is not asked about any more.
    private func open(
        _ id: SubmissionID, for person: PersonID, in connection: Connection
    ) throws -> WholeDossier? {
        do {
            return try dossier(id, for: person, toAnswer: true, in: connection)
        } catch is Refusal {
            return nil
        }
    }
}
