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
        let isPublic = dossier.programme.workflow.stage(submission.stage)?.isPublic ?? false
        guard isPublic || moved else { return }
        let entry =
            isPublic ? PublicEntry(submission, dossier.organisation, dossier.programme) : nil
        let shown = try connection.publicRow(of: submission)
        let wanted = try entry.map { try PublicRow($0, submission) }
        guard shown != wanted else { return }
        if let wanted {
            try connection.keep(wanted, submission)
        } else {
            try connection.execute(
                "delete from public_entry where call_id = \(submission.call) and id = \(submission.id)")
        }
        try connection.raise([.calls, .call(dossier.call.handle)])
    }
}

/// What the table `public_entry` holds of a submission.
private struct PublicRow: Equatable {
    var version: VersionID
    var number: String
    var stage: String
    var organisation: OrganisationID?
    var since: Instant
    var title: String
    var summary: String
    var picture: String?
    var content: String

    init(_ entry: PublicEntry, _ submission: Submission) throws {
        version = submission.version
        number = entry.number
        stage = entry.stage
        organisation = submission.organisation
        since = entry.since
        title = entry.title
        summary = entry.summary
        picture = try entry.picture.map(JSON.encode)
        content = try JSON.encode(
            PublicEntry.Content(answers: entry.answers, attachments: entry.attachments))
    }

    init(_ row: Row) throws {
        version = try row.id("version_id")
        number = try row.get("number")
        stage = try row.get("stage")
        organisation = try row.optionalID("organisation_id")
        since = try row.instant("since")
        title = try row.get("title")
        summary = try row.get("summary")
        picture = try row.get("picture")
        content = try row.get("content")
    }
}

extension Connection {
    fileprivate func publicRow(of submission: Submission) throws -> PublicRow? {
        try row(
            """
            select version_id, number, stage, organisation_id, since, title, summary, picture, content
            from public_entry where call_id = \(submission.call) and id = \(submission.id)
            """
        ).map(PublicRow.init)
    }

    fileprivate func keep(_ row: PublicRow, _ submission: Submission) throws {
        try execute(
            """
            insert into public_entry (call_id, id, version_id, number, stage, organisation_id, since, title,
                summary, picture, content)
            values (\(submission.call), \(submission.id), \(row.version), \(row.number), \(row.stage),
                \(row.organisation), \(row.since), \(row.title), \(row.summary), \(row.picture),
                \(row.content))
            on conflict (call_id, id) do update set version_id = excluded.version_id,
                number = excluded.number, stage = excluded.stage,
                organisation_id = excluded.organisation_id, since = excluded.since, title = excluded.title,
                summary = excluded.summary, picture = excluded.picture, content = excluded.content
            """)
    }
}
