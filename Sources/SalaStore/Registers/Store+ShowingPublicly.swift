import SalaDatabase
import SalaEngine
import SalaThai

extension Store {
    /// Brings what the public may see of a submission to what the dossier says. Only where that is something
    /// else than before do the pages that show it have another version: what is done behind closed doors must
    /// not be told by a version that anybody can watch.
    ///
    /// - Parameter moved: whether the submission may have left a public stage.
    func showPublicly(_ dossier: WholeDossier, moved: Bool, in connection: Connection) throws {
        let submission = dossier.submission
        let entry = dossier.publicEntry
        guard entry != nil || moved else { return }
        let place: SQL = "call_id = \(submission.call) and id = \(submission.id)"
        if let entry {
            let values = try entry.values(of: submission)
            let isShown = try connection.row(
                """
                select 1 as one from public_entry where \(place)
                    and (\(PublicEntry.columns)) is not distinct from (\(values))
                """)
            guard isShown == nil else { return }
            try connection.execute(
                """
                insert into public_entry (call_id, id, \(PublicEntry.columns))
                values (\(submission.call), \(submission.id), \(values))
                on conflict (call_id, id) do update set (\(PublicEntry.columns)) = (\(values))
                """)
        } else {
            let shown = try connection.row("select 1 as one from public_entry where \(place)")
            guard shown != nil else { return }
            try connection.execute("delete from public_entry where \(place)")
        }
        try connection.raise([.calls, .call(dossier.call.handle)])
    }
}

extension WholeDossier {
    /// What anybody may see of the submission; nil where it rests in a stage that is not public.
    var publicEntry: PublicEntry? {
        guard programme.workflow.stage(submission.stage)?.isPublic == true else { return nil }
        return PublicEntry(submission, organisation, programme)
    }
}

extension PublicEntry {
    /// What the table `public_entry` holds of it, in the order of `values`.
    fileprivate static let columns: SQL = """
        version_id, number, stage, organisation_id, since, title, summary, picture, content
        """

    fileprivate func values(of submission: Submission) throws -> SQL {
        """
        \(submission.version), \(card.number), \(card.stage), \(submission.organisation), \(card.since),
        \(card.title), \(card.summary), \(try card.picture.map(JSON.encode)),
        \(try JSON.encode(Content(answers: answers, attachments: attachments)))
        """
    }
}
