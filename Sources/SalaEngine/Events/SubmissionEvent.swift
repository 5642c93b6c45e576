public import SalaThai

/// What happened to a submission. Cases and names are kept for ever: stored events are read with them.
public enum SubmissionEvent: Equatable, Codable, Sendable {
    case started(Started)
    /// Answers that changed, and those that were cleared.
    case answered(page: String, set: Answers, cleared: [String])
    case attached(Attachment)
    case detached(AttachmentID)
    /// Typed where somebody else had saved otherwise meanwhile, and so not saved.
    case setAside(page: String, answers: Answers)
    case invited(InvitationID, address: String)
    case invitationWithdrawn(InvitationID)
    case joined(InvitationID)
    /// The colleague left, or was taken off when somebody else is the actor.
    case parted(InvitationID, person: PersonID)
    case acted(Acted)
    case held(action: String, input: Answers)
    case takenBack(action: String)
    case assigned(round: String, judge: PersonID)
    case assignedAgain(round: String, judge: PersonID, reason: String)
    /// One more review is asked for, after scores are known.
    case furtherAsked(round: String, judge: PersonID, reason: String)
    /// A review that was given counts no more until the judge gives it again; what it said stands in the
    /// events before.
    case reopened(round: String, judge: PersonID, reason: String)
    case unassigned(round: String, judge: PersonID, reason: String)
    /// The judge was taken off with the role.
    case roleTakenBack(round: String, judge: PersonID, role: String)
    /// The judge said that there is no conflict of interest, in answer to those words.
    case conflictDenied(round: String, judge: PersonID, words: String)
    /// Where the judge was asked, in answer to those words.
    case conflictDeclared(round: String, judge: PersonID, reason: String, words: String? = nil)
    /// The chair took the judge off.
    case recused(round: String, judge: PersonID, reason: String)
    /// The record showed a conflict of a judge who had been asked before.
    case conflictFound(round: String, judge: PersonID, ground: ConflictGround)
    case abstained(round: String, judge: PersonID, reason: String)
    case reviewed(round: String, judge: PersonID, Scoring)
    case reminded
    case clockRefused(ClockRefusal)

    /// Who began it, under which call and version, and with which answers.
    public struct Started: Equatable, Codable, Sendable {
        public var call: CallID
        public var version: VersionID
        public var applicant: PersonID
        public var organisation: OrganisationID?
        public var stage: String
        public var answers: Answers

        public init(
            call: CallID, version: VersionID, applicant: PersonID, organisation: OrganisationID?,
            stage: String,
            answers: Answers
        ) {
            self.call = call
            self.version = version
            self.applicant = applicant
            self.organisation = organisation
            self.stage = stage
            self.answers = answers
        }
    }

    /// An action that took effect, and all that followed from it.
    public struct Acted: Equatable, Codable, Sendable {
        public var action: String
        public var from: String
        public var to: String
        public var input: Answers
        /// When the stage it leads to runs out.
        public var due: Instant?
        /// The number the submission got, when the action files it for the first time.
        public var number: String?
        /// The action counts as a filing.
        public var files: Bool
        /// What was filed: the answers of the relevant questions, with what is calculated from them.
        public var answers: Answers?
        /// It had been held and was released.
        public var wasHeld: Bool

        public init(
            action: String, from: String, to: String, input: Answers, due: Instant?, number: String?,
            files: Bool,
            answers: Answers?, wasHeld: Bool
        ) {
            self.action = action
            self.from = from
            self.to = to
            self.input = input
            self.due = due
            self.number = number
            self.files = files
            self.answers = answers
            self.wasHeld = wasHeld
        }
    }

    /// The stable word that tables and timelines use.
    public var kind: String {
        switch self {
        case .started: "started"
        case .answered: "answered"
        case .attached: "attached"
        case .detached: "detached"
        case .setAside: "set-aside"
        case .invited: "invited"
        case .invitationWithdrawn: "invitation-withdrawn"
        case .joined: "joined"
        case .parted: "parted"
        case .acted: "acted"
        case .held: "held"
        case .takenBack: "taken-back"
        case .assigned: "assigned"
        case .assignedAgain: "assigned-again"
        case .furtherAsked: "further-asked"
        case .reopened: "reopened"
        case .unassigned: "unassigned"
        case .roleTakenBack: "role-taken-back"
        case .conflictDenied: "conflict-denied"
        case .conflictDeclared: "conflict-declared"
        case .recused: "recused"
        case .conflictFound: "conflict-found"
        case .abstained: "abstained"
        case .reviewed: "reviewed"
        case .reminded: "reminded"
        case .clockRefused: "clock-refused"
        }
    }
}
