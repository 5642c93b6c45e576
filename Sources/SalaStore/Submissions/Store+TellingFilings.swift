import SalaDatabase
public import SalaEngine
public import SalaThai

/// What was handed in each time that it was, as one person may read it.
public struct FilingHistory: Sendable {
    /// When it was filed, and with which answers.
    public struct Filing: Sendable {
        public var at: Instant
        public var answers: Answers
    }

    public var dossier: Dossier
    /// In the order in which they were filed.
    public var filings: [Filing]
    /// The files that the filings name, and those of the dossier, by id; not all of them can be opened still.
    public var files: [AttachmentID: Attachment]
}

extension Store {
    /// Every filing of a submission that the person may see.
    public func filings(of id: SubmissionID, for person: PersonID) async throws -> FilingHistory {
        try await database.read { connection in
            let whole = try dossier(id, for: person, in: connection)
            let eyes = Eyes(whole)
            let rows = try connection.rows(
                """
                select at, body from event
                where call_id = \(whole.call.id) and subject_id = \(id) and kind = 'acted' order by sequence
                """)
            let filings = try rows.compactMap { row -> FilingHistory.Filing? in
                guard case .acted(let acted) = try row.json("body", as: SubmissionEvent.self),
                    acted.files, let answers = acted.answers
                else { return nil }
                return FilingHistory.Filing(at: try row.instant("at"), answers: eyes.answers(answers))
            }
            let dossier = Dossier(whole)
            let known = try connection.attachments(of: id).filter { file in
                filings.contains { $0.answers.names(file) }
            }
            let files = eyes.files(Dictionary(known.map { ($0.id, $0) }) { first, _ in first })
            return FilingHistory(
                dossier: dossier, filings: filings,
                files: files.merging(dossier.submission.attachments) { _, present in present })
        }
    }
}

extension Connection {
    /// Every file that was attached to the submission and is not forgotten, those that nobody opens any more
    /// among them.
    fileprivate func attachments(of id: SubmissionID) throws -> [Attachment] {
        let rows = try rows(
            """
            select id, question, name, media_type, bytes, sha256 from attachment
            where submission_id = \(id) order by id
            """)
        return try rows.map { row in
            Attachment(
                id: try row.id("id"), question: try row.get("question"), name: try row.get("name"),
                mediaType: try row.get("media_type"), bytes: try row.get("bytes"),
                sha256: try row.get("sha256"))
        }
    }
}
