import SalaDatabase
import SalaEngine

extension Store {
    /// Brings what the public may see of a submission to what the dossier says, and with it the versions of
    /// the pages that show it; `moved` when the submission may have left a public stage.
    func showPublicly(_ dossier: Dossier, moved: Bool, in connection: Connection) throws {
        let submission = dossier.submission
        let isPublic = dossier.programme.workflow.stage(submission.stage)?.isPublic ?? false
        if isPublic, let entry = PublicEntry(submission, dossier.organisation, dossier.programme) {
            try connection.keep(entry, submission)
        } else if moved || isPublic {
            let left = try connection.execute(
                "delete from public_entry where call_id = \(submission.call) and id = \(submission.id)")
            guard left > 0 else { return }
        } else {
            return
        }
        try connection.raise([.calls, .call(dossier.call.handle)])
    }

    /// Writes what registers read of the submissions that were public before registers had rows of their own.
    func showPubliclyWhatIsMissing() async throws {
        let missing = try await database.read { connection -> [SubmissionID] in
            let rows = try connection.rows(
                """
                select id, snapshot ->> 'version' as version_id from submission
                where public_since is not null and not exists (
                    select 1 from public_entry where public_entry.call_id = submission.call_id
                        and public_entry.id = submission.id)
                """)
            return try rows.filter { row in
                try programmes.programme(try row.id("version_id"), in: connection).register != nil
            }.map { try $0.id("id") }
        }
        guard !missing.isEmpty else { return }
        try await database.write { connection in
            for id in missing {
                guard let dossier = try anyDossier(id, for: nil, in: connection) else { continue }
                try showPublicly(dossier, moved: false, in: connection)
            }
        }
    }
}

extension Connection {
    fileprivate func keep(_ entry: PublicEntry, _ submission: Submission) throws {
        let content = PublicEntry.Content(answers: entry.answers, attachments: entry.attachments)
        try execute(
            """
            insert into public_entry (call_id, id, version_id, number, stage, organisation_id, since, title,
                summary, picture, content)
            values (\(submission.call), \(entry.id), \(submission.version), \(entry.number), \(entry.stage),
                \(submission.organisation), \(entry.since), \(entry.title), \(entry.summary),
                \(entry.picture?.id), \(try JSON.encode(content)))
            on conflict (call_id, id) do update set version_id = excluded.version_id,
                number = excluded.number, stage = excluded.stage,
                organisation_id = excluded.organisation_id, since = excluded.since, title = excluded.title,
                summary = excluded.summary, picture = excluded.picture, content = excluded.content
            """)
    }
}
