public import SalaThai

/// What somebody filed, or is about to file, under a call: the fold of its events.
public struct Submission: Equatable, Codable, Sendable {
    public var id: SubmissionID
    public var call: CallID
    /// The programme version it was started under, which it keeps.
    public var version: VersionID
    public var applicant: PersonID
    public var organisation: OrganisationID?
    public var stage: String
    public var stageSince: Instant
    /// When the stage's clock runs out.
    public var due: Instant?
    /// The due time has passed and what was to follow has followed.
    public var dueHandled = false
    /// What kept the stage's clock from taking its action when it was last tried.
    public var clockRefusal: ClockRefusal?
    public var answers: Answers
    /// The answers as they were when last filed: those of the relevant questions, with what is calculated.
    public var filedAnswers: Answers?
    /// The files that the answers name, and those that the answers last filed still name.
    public var attachments: [AttachmentID: Attachment] = [:]
    public var number: String?
    public var startedAt: Instant
    public var filedAt: Instant?
    /// The reviews by round, then by judge.
    public var reviews: [String: [PersonID: Review]] = [:]
    public var held: HeldDecision?
    /// Who was ever invited to write along, first come first; nil where nobody was.
    public var invitations: [Invitation]?
    /// What was last typed by each where somebody else had saved otherwise; nil where nothing was.
    public var asides: [PersonID: Answers]?
    /// How many events it has.
    public var sequence: Int

    public init(
        id: SubmissionID, call: CallID, version: VersionID, applicant: PersonID,
        organisation: OrganisationID?,
        stage: String, answers: Answers, at now: Instant
    ) {
        self.id = id
        self.call = call
        self.version = version
        self.applicant = applicant
        self.organisation = organisation
        self.stage = stage
        stageSince = now
        self.answers = answers
        startedAt = now
        sequence = 0
    }
}

/// A file that belongs to a submission; its bytes are stored once by their SHA-256.
public struct Attachment: Hashable, Codable, Sendable {
    /// The most that any question may take, in mebibytes.
    public static let maximumMebibytes = 25

    public var id: AttachmentID
    public var question: String
    /// The name it was uploaded under, without any path.
    public var name: String
    /// By content, not by name.
    public var mediaType: String
    public var bytes: Int
    /// Lower-case hexadecimal.
    public var sha256: String

    public init(
        id: AttachmentID, question: String, name: String, mediaType: String, bytes: Int, sha256: String
    ) {
        self.id = id
        self.question = question
        self.name = name
        self.mediaType = mediaType
        self.bytes = bytes
        self.sha256 = sha256
    }
}

/// A decision that has been taken but not yet released.
public struct HeldDecision: Equatable, Codable, Sendable {
    public var action: String
    public var input: Answers
    public var by: PersonID?

    public init(action: String, input: Answers, by: PersonID?) {
        self.action = action
        self.input = input
        self.by = by
    }
}
