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

extension PublicEntry {
    /// What lists show of the entry.
    public var card: PublicCard { PublicCard(self) }
}

extension PublicCard {
    fileprivate init(_ entry: PublicEntry) {
        id = entry.id
        number = entry.number
        title = entry.title
        summary = entry.summary
        picture = entry.picture
        stage = entry.stage
        organisation = entry.organisation
        since = entry.since
        programme = entry.programme
    }
}
