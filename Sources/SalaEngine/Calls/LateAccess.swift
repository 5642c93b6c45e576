public import SalaThai

/// That one entrant may still begin and file after a call has closed.
public struct LateAccess: Equatable, Codable, Sendable {
    /// Whom a submission is filed for.
    public enum Entrant: Hashable, Codable, Sendable {
        case organisation(OrganisationID)
        case person(PersonID)

        /// The organisation, or the person where none files.
        public init(_ organisation: OrganisationID?, else person: PersonID) {
            self = organisation.map(Self.organisation) ?? .person(person)
        }
    }

    public var entrant: Entrant
    /// The last second that is in.
    public var until: Instant
    public var reason: String
    public var grantedBy: PersonID
    public var grantedAt: Instant
    public var withdrawnAt: Instant?

    public init(
        entrant: Entrant, until: Instant, reason: String, grantedBy: PersonID, grantedAt: Instant
    ) {
        self.entrant = entrant
        self.until = until
        self.reason = reason
        self.grantedBy = grantedBy
        self.grantedAt = grantedAt
    }

    /// The entrant may file by it at that time.
    public func isOpen(at now: Instant) -> Bool {
        withdrawnAt == nil && now < until.adding(seconds: 1)
    }
}

/// An expected "no" to what was asked about late access. People read it under the text `refusal.CODE`.
public enum LateAccessRefusal: Equatable, Sendable {
    /// The call takes in from everybody until then.
    case stillOpen(closes: Instant)
    /// The call never closes.
    case withoutEnd
    /// The programme lets nobody file late.
    case notForeseen
    /// Decisions of the call are pending or released.
    case alreadyDecided
    /// The entrant may file late until then already.
    case alreadyGranted(until: Instant)
    /// So many have late access, and no more may: a call is extended for all instead.
    case tooMany(Int)
    /// The entrant has no late access, or has it no more.
    case none
    /// The office files nothing under its own call.
    case ownOffice
    /// Who grants it has a part in what the entrant files.
    case ownOrganisation

    /// The stable name under which tests, logs and texts know it.
    public var code: String {
        switch self {
        case .stillOpen: "late-access-still-open"
        case .withoutEnd: "late-access-without-end"
        case .notForeseen: "late-access-not-foreseen"
        case .alreadyDecided: "late-access-already-decided"
        case .alreadyGranted: "late-access-already-granted"
        case .tooMany: "late-access-too-many"
        case .none: "late-access-none"
        case .ownOffice: "late-access-own-office"
        case .ownOrganisation: "late-access-own-organisation"
        }
    }
}
