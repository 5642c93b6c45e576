import SalaDatabase
import SalaEngine

extension Connection {
    /// Notes that a file was taken away; one that has been filed stays what it is.
    func drop(_ id: AttachmentID, of submission: Submission) throws {
        try execute(
            """
            update attachment set state = \(AttachmentState.dropped.rawValue)
            where call_id = \(submission.call) and id = \(id) and state = \(AttachmentState.open.rawValue)
            """)
    }

    /// Notes which of the files are filed now; those that the filing leaves out are dropped.
    func fileAttachments(of submission: Submission) throws {
        let named = submission.attachments.keys.sorted().map(\.uuid)
        try execute(
            """
            update attachment set state = case when id in \(list: named)
                then \(AttachmentState.filed.rawValue) else \(AttachmentState.dropped.rawValue) end
            where submission_id = \(submission.id) and state = \(AttachmentState.open.rawValue)
            """)
    }

    /// Looks up what has been attached since the last filing, where one of the commands attaches more.
    func countUploads(of dossier: inout WholeDossier, before commands: [Command]) throws {
        let attaches = commands.contains { command in
            if case .attach = command { true } else { false }
        }
        guard attaches else { return }
        let row = try row(
            """
            select count(*) as files, coalesce(sum(bytes), 0) as bytes from attachment
            where submission_id = \(dossier.submission.id) and state <> \(AttachmentState.filed.rawValue)
            """)
        dossier.uploaded = UploadTally(files: try row?.get("files") ?? 0, bytes: try row?.get("bytes") ?? 0)
    }
}
