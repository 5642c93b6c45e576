/// What can be asked of a submission. The web page, the command line, a timer and an import all ask this way.
public enum Command: Sendable {
    /// The answers of one page as they now are; absent questions of that page are unanswered, but for those
    /// that it did not show where that is known.
    case answer(page: String, Answers, shown: ShownAnswers? = nil)
    /// Where it is known what the page showed, the file takes the place of no other that was not on it.
    case attach(Attachment, shown: ShownAnswers? = nil)
    case detach(AttachmentID)
    /// Keep in the history what was typed where somebody else had saved otherwise meanwhile.
    case setAside(page: String, Answers)
    /// Invite whoever reads the mail of the address to write along. The account under the address comes with
    /// what is the person's own; nil where there is none.
    case invite(InvitationID, address: String, account: Actor? = nil)
    case withdrawInvitation(InvitationID)
    /// The actor is whom the invitation has reached.
    case join(InvitationID)
    /// The colleague leaves, or is taken off by the filer's side.
    case part(InvitationID)
    /// An action of the workflow with the input that it asks for. Where it files and the stamp of what the
    /// person looked over is known, it is refused once the answers are others.
    case act(String, input: Answers, shown: String? = nil)
    /// A held action: the decision is taken but not seen until the release.
    case takeBack
    /// The held decision takes effect.
    case release
    /// The judge comes with the roles and organisations that decide whether the judge may.
    case assign(round: String, judge: Actor)
    /// The judge had declared a conflict or abstained; the reason says why that counts no more.
    case assignAgain(round: String, judge: Actor, reason: String)
    /// One more review, asked for with a reason by who leads the round or assigns in it.
    case askFurther(round: String, judge: Actor, reason: String)
    /// The judge may change a review that was given; it counts again once it is given again.
    case reopen(round: String, judge: Actor, reason: String)
    case unassign(round: String, judge: PersonID, reason: String)
    /// The judge loses the role that the round asks for, and with it what is not given yet.
    case takeOff(round: String, judge: PersonID, role: String)
    /// The chair takes a judge off who has a conflict of interest.
    case recuse(round: String, judge: PersonID, reason: String)
    /// The record shows a conflict now of a judge who was asked before.
    case takeOffConflicted(round: String, judge: Actor)
    /// The judge has no conflict of interest, in answer to those words.
    case denyConflict(round: String, words: String)
    /// Where the judge was asked, in answer to those words.
    case declareConflict(round: String, reason: String, words: String? = nil)
    case abstain(round: String, reason: String)
    /// What was shown says which review, and which draft of it, this takes the place of, where that is known.
    case review(round: String, Scoring, shown: ShownReview? = nil)
    /// The stage's clock has run out.
    case fallDue

    /// What a judge may say without having read anything.
    public var isAnswer: Bool {
        switch self {
        case .denyConflict, .declareConflict, .abstain: true
        default: false
        }
    }
}
