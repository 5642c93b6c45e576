public import SalaThai

/// What can be asked of a call.
public enum CallCommand: Sendable {
    case configure(title: [Language: String], period: Period, settings: CallSettings)
    case publish
    /// Throw a draft away.
    case discard
    case extend(to: Instant, reason: String)
    /// Where anybody may ask the office, once the call is published; nil for nowhere.
    case changeContact(String?)
    /// By which rule a round is reckoned, before anybody is asked to judge in it.
    case declareRule(round: String, TallyRule)
    case grant(role: String, person: PersonID)
    case revoke(role: String, person: PersonID)
    /// Let one entrant file until then though the call has closed.
    case grantLateAccess(LateAccess.Entrant, until: Instant, reason: String)
    case withdrawLateAccess(LateAccess.Entrant)
    /// Take everything that was filed out.
    case export(ExportFormat)
    /// End that while it is under way.
    case cancelExport(ExportFormat)
    /// Release the held decisions of so many submissions.
    case release(count: Int)
}
