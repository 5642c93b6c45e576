public import SalaThai

/// That somebody was asked by mail to write one submission along with its filer.
public struct Invitation: Equatable, Codable, Sendable {
    /// How far it is.
    public enum State: String, Codable, Sendable {
        case waiting, joined, withdrawn
        case left
        case takenOff = "taken-off"
    }

    /// How long it waits for an answer at most, where no deadline comes first.
    public static let lifetimeSeconds: Int64 = 30 * 86_400

    public var id: InvitationID
    /// Where the letter went, in the form that accounts know addresses by.
    public var address: String
    public var state: State
    public var invitedBy: PersonID
    public var invitedAt: Instant
    /// Who joined by it.
    public var person: PersonID?

    public init(id: InvitationID, address: String, invitedBy: PersonID, invitedAt: Instant) {
        self.id = id
        self.address = address
        self.invitedBy = invitedBy
        self.invitedAt = invitedAt
        state = .waiting
    }

    /// Somebody writes along by it, or still may.
    var isActive: Bool { state == .waiting || state == .joined }
}

/// An expected "no" to what was asked about writing together. People read it under the text `refusal.CODE`.
public enum InvitationRefusal: Equatable, Sendable {
    /// Whoever has the address writes the submission already.
    case alreadyMember
    /// An invitation to the address waits already.
    case alreadyInvited
    /// So many may be invited, and no more.
    case tooMany(Int)
    /// The submission cannot be written now.
    case notDraft
    /// The invitation was withdrawn, used up, or has run out.
    case spent
    /// Who has a part in the call writes nothing that is filed under it.
    case partInCall
    /// The link was sent to another address than that of who is signed in.
    case anotherAddress
    /// Nobody writes along by that invitation.
    case notJoined
    /// The text is not an address that mail can be sent to.
    case badAddress

    /// The stable name under which tests, logs and texts know it.
    public var code: String {
        switch self {
        case .alreadyMember: "invitation-already-member"
        case .alreadyInvited: "invitation-already-invited"
        case .tooMany: "invitation-too-many"
        case .notDraft: "invitation-not-draft"
        case .spent: "invitation-spent"
        case .partInCall: "invitation-part-in-call"
        case .anotherAddress: "invitation-another-address"
        case .notJoined: "invitation-not-joined"
        case .badAddress: "invitation-bad-address"
        }
    }
}
