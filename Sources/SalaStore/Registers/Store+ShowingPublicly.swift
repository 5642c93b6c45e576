import SalaDatabase
import SalaEngine

extension Store {
    /// Brings what the public may see of a submission to what the dossier says, and with it the versions of
    /// the pages that show it; `moved` when the submission may have left a public stage.
    func showPublicly(_ dossier: WholeDossier, moved: Bool, in connection: Connection) throws {
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
                \(try entry.picture.map(JSON.encode)), \(try JSON.encode(content)))
            on conflict (call_id, id) do update set version_id = excluded.version_id,
                number = excluded.number, stage = excluded.stage,
                organisation_id = excluded.organisation_id, since = excluded.since, title = excluded.title,
                summary = excluded.summary, picture = excluded.picture, content = excluded.content
            """)
    }
}
