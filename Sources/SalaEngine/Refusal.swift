public import SalaThai

/// An expected "no": something that a person asked for and that the rules do not give. People read it in
/// their language under the text `refusal.CODE`; the engine and the store speak it, the web shows it.
public enum Refusal: Error, Equatable, Sendable {
    /// The person has no role that may do this here.
    case notAllowed
    /// Nothing is there, or nothing that this person may know of.
    case notFound
    /// The submission has moved on, or is not where this can be done.
    case wrongStage(String)
    case windowNotOpen(opens: Instant)
    case windowClosed(closed: Instant)
    /// The call is not published, or has been withdrawn.
    case callNotPublished
    /// Others may know of the call already, so that it is neither set up anew nor thrown away.
    case callPublished
    /// The call was thrown away while it was a draft.
    case callDiscarded
    case incomplete([Mistake])
    case pastDue(Instant)
    case limitReached(Int)
    case notAssigned
    case conflictDeclared
    /// The judge has not said yet whether there is a conflict of interest, and reads nothing before.
    case conflictUnanswered
    /// The judge was taken off because of a conflict of interest that somebody else found.
    case recused
    /// The judge has abstained, and is asked anew only with a reason.
    case abstained
    /// So many final reviews are wanted, so many are there.
    case reviewsMissing(wanted: Int, given: Int)
    case ownOrganisation
    /// The judge was in the organisation that filed.
    case formerOrganisation
    /// The judge is in an organisation of the filer's province, which the round minds.
    case sameProvince
    /// Another role shows the judge who entered, which the round hides from its judges.
    case knowsEntrants
    /// The file can be shown only with what says whose it is.
    case fileWithheld
    /// A decision is already pending.
    case alreadyHeld
    case nothingHeld
    /// Decisions are pending in the call, so that its end stays where it is.
    case decisionsHeld
    /// A decision of the round is pending or released, so that nobody reviews in it.
    case scoringClosed
    /// A decision of the round is pending or released, so that nothing more comes into it.
    case roundClosed
    /// Results of the call have been released, so that it can take in nothing more.
    case resultsReleased
    /// The call takes in until then, so that nothing is decided by rank yet.
    case callStillOpen(closes: Instant)
    /// The call takes in and has no end, so that nothing is decided beside the rest.
    case callWithoutEnd
    /// So much of what was filed has not come to the round yet, so that nothing is decided by rank.
    case entriesBefore(Int)
    /// The ranking says other decisions by now than those that are held.
    case rankingChanged
    /// The input of an action or a review has mistakes.
    case mistaken([Mistake])
    /// What was asked for does not fit; the word names what.
    case unfit(String)
    /// What was typed about a call has mistakes: all of them.
    case mistakenCall([CallMistake])
    /// The person has a stake in what is judged under that number, and so takes no judge out of its round.
    case stakeInRound(String)
    /// Nobody holds the role that was to be taken back.
    case roleNotHeld
    /// The person had a role in the call that may do this, and has it no more.
    case roleEnded
    /// What was asked for had been shown otherwise: what others did meanwhile, as far as the person may know.
    case overtaken([Overtaking])
    /// What was to be filed is not what the person looked over: it was changed meanwhile.
    case entryChanged
    /// The same has been done before.
    case alreadyDone
    /// What was asked about writing a submission together.
    case invitation(InvitationRefusal)
    /// What was asked about filing after a call has closed.
    case lateAccess(LateAccessRefusal)
    /// What was asked of an export.
    case exporting(ExportRefusal)
    /// Somebody was asked for a review in the round, so that the rule it is reckoned by stands.
    case ruleSettled
    /// The round falls into so many parts that no chain of reviews connects, so that its rule ranks nothing.
    case roundUnconnected(parts: Int)
    /// What was asked of somebody's place in an organisation.
    case membership(MembershipRefusal)

    /// The stable name under which tests, logs and texts know it.
    public var code: String {
        switch self {
        case .notAllowed: "not-allowed"
        case .notFound: "not-found"
        case .wrongStage: "wrong-stage"
        case .windowNotOpen: "window-not-open"
        case .windowClosed: "window-closed"
        case .callNotPublished: "call-not-published"
        case .callPublished: "call-published"
        case .callDiscarded: "call-discarded"
        case .incomplete: "incomplete"
        case .pastDue: "past-due"
        case .limitReached: "limit-reached"
        case .notAssigned: "not-assigned"
        case .conflictDeclared: "conflict-declared"
        case .conflictUnanswered: "conflict-unanswered"
        case .recused: "recused"
        case .abstained: "abstained"
        case .reviewsMissing: "reviews-missing"
        case .ownOrganisation: "own-organisation"
        case .formerOrganisation: "former-organisation"
        case .sameProvince: "same-province"
        case .knowsEntrants: "knows-entrants"
        case .fileWithheld: "file-withheld"
        case .alreadyHeld: "already-held"
        case .nothingHeld: "nothing-held"
        case .decisionsHeld: "decisions-held"
        case .resultsReleased: "results-released"
        case .callStillOpen: "call-still-open"
        case .callWithoutEnd: "call-without-end"
        case .entriesBefore: "entries-before"
        case .rankingChanged: "ranking-changed"
        case .mistaken: "mistaken"
        case .unfit: "unfit"
        case .mistakenCall: "mistaken-call"
        case .stakeInRound: "stake-in-round"
        case .roleNotHeld: "role-not-held"
        case .scoringClosed: "scoring-closed"
        case .roundClosed: "round-closed"
        case .roleEnded: "role-ended"
        case .overtaken: "overtaken"
        case .entryChanged: "entry-changed"
        case .alreadyDone: "already-done"
        case .invitation(let refusal): refusal.code
        case .lateAccess(let refusal): refusal.code
        case .exporting(let refusal): refusal.code
        case .ruleSettled: "rule-settled"
        case .roundUnconnected: "round-unconnected"
        case .membership(let refusal): refusal.code
        }
    }
}
