import SalaDatabase
public import SalaEngine
public import SalaThai

/// What a list of a register shows of an entry.
public struct PublicCard: Sendable {
    public var id: SubmissionID
    public var number: String
    public var title: String
    public var summary: String
    public var picture: Attachment?
    public var stage: String
    public var organisation: OrganisationSummary?
    /// When it came to rest where it is public.
    public var since: Instant
    public var programme: Programme

    init(
        _ submission: Submission, number: String, title: String, summary: String, picture: Attachment?,
        _ organisation: OrganisationSummary?, _ programme: Programme
    ) {
        id = submission.id
        self.number = number
        self.title = title
        self.summary = summary
        self.picture = picture
        stage = submission.stage
        self.organisation = organisation
        since = submission.stageSince
        self.programme = programme
    }

    init(_ row: Row, _ programme: Programme) throws {
        id = try row.id("id")
        number = try row.get("number")
        title = try row.get("title")
        summary = try row.get("summary")
        picture = try (row.get("picture") as String?).map { try JSON.decode(Attachment.self, from: $0) }
        stage = try row.get("stage")
        organisation = try row.organisation()
        since = try row.instant("since")
        self.programme = programme
    }
}
