import SalaDatabase
public import SalaEngine
import SalaThai

/// What anybody may see of a submission: nothing but what its programme's register names.
public struct PublicEntry: Sendable {
    /// What lists show of it.
    public var card: PublicCard
    /// The answers that the register shows, and no others.
    public var answers: Answers
    public var attachments: [AttachmentID: Attachment]

    public var programme: Programme { card.programme }

    init?(_ submission: Submission, _ organisation: OrganisationSummary?, _ programme: Programme) {
        guard let register = programme.register, let number = submission.number,
            let filed = submission.filedAnswers
        else { return nil }
        let shown = Set(programme.publicQuestions)
        let answers = filed.filter { shown.contains($0.key) }
        self.answers = answers
        let files = Set(answers.values.flatMap(\.items))
        let attachments = submission.attachments.filter { id, file in
            shown.contains(file.question) && files.contains(id.description)
        }
        self.attachments = attachments
        let pictures = register.picture.flatMap { answers[$0]?.items } ?? []
        card = PublicCard(
            submission, number: number, title: answers[register.title]?.string ?? number,
            summary: answers[register.summary]?.string ?? "",
            picture: pictures.first.flatMap { AttachmentID($0) }.flatMap { attachments[$0] },
            organisation, programme)
    }
}

extension PublicEntry {
    /// What of an entry only its own page and the data sets read.
    struct Content: Codable {
        var answers: Answers
        var attachments: [AttachmentID: Attachment]
    }

    /// The entry as its row in `public_entry` holds it.
    init(_ row: Row, _ programme: Programme) throws {
        let content: Content = try row.json("content")
        card = try PublicCard(row, programme)
        answers = content.answers
        attachments = content.attachments
    }
}

/// A facet's values with how many entries each has.
public struct FacetCount: Equatable, Sendable {
    public var facet: Register.Facet
    /// A province's code, a kind, or a choice's name.
    public var value: String
    public var count: Int
}

/// One page of a call's register.
public struct RegisterListing: Sendable {
    public var view: CallView
    /// The facets that it is narrowed by, with their values: those that were asked for and that there are.
    public var chosen: [String: String]
    public var entries: Listing<PublicCard>
    /// Provinces are counted as if none were chosen, all else under the whole filter.
    public var facets: [FacetCount]
    /// The provinces that stand in the facets, by code; where there are several, every other one that has an
    /// organisation too.
    public var provinces: [String: OrganisationSummary]
}
