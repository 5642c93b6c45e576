public import SalaThai

/// What happened to a call. Cases and names are kept for ever: stored events are read with them.
public enum CallEvent: Equatable, Codable, Sendable {
    case opened(Opened)
    case configured(title: [Language: String], period: Period, settings: CallSettings)
    /// As which of the calls that the office opened of the programme in the same year; nil in events from
    /// before they were counted.
    case published(series: Int?)
    case discarded
    case extended(to: Instant, reason: String)
    case contactChanged(to: String?)
    case ruleDeclared(round: String, rule: TallyRule)
    case granted(role: String, person: PersonID)
    case revoked(role: String, person: PersonID)
    case lateAccessGranted(LateAccess.Entrant, until: Instant, reason: String)
    case lateAccessWithdrawn(LateAccess.Entrant)
    /// Everything that was filed was asked for, as far as who asked sees it.
    case exported(ExportFormat)
    /// What was asked for was ended before it was there.
    case exportCancelled(ExportFormat)
    /// Held decisions of so many submissions were released together.
    case released(count: Int)

    /// What a call begins as.
    public struct Opened: Equatable, Codable, Sendable {
        public var handle: String
        public var programme: String
        public var version: VersionID
        public var organisation: OrganisationID
        public var title: [Language: String]
        public var period: Period
        public var settings: CallSettings

        public init(
            handle: String, programme: String, version: VersionID, organisation: OrganisationID,
            title: [Language: String], period: Period, settings: CallSettings
        ) {
            self.handle = handle
            self.programme = programme
            self.version = version
            self.organisation = organisation
            self.title = title
            self.period = period
            self.settings = settings
        }
    }

    /// The stable word that tables and timelines use.
    public var kind: String {
        switch self {
        case .opened: "opened"
        case .configured: "configured"
        case .published: "published"
        case .discarded: "discarded"
        case .extended: "extended"
        case .contactChanged: "contact-changed"
        case .ruleDeclared: "rule-declared"
        case .granted: "granted"
        case .revoked: "revoked"
        case .lateAccessGranted: "late-access-granted"
        case .lateAccessWithdrawn: "late-access-withdrawn"
        case .exported: "exported"
        case .exportCancelled: "export-cancelled"
        case .released: "released"
        }
    }
}
