public import SalaEngine
public import SalaThai

/// What whoever holds an invitation's link may know before joining: who asks, for which office, until when.
public struct InvitationOffer: Sendable {
    public var submission: SubmissionID
    public var call: Call
    /// For whom it is filed; nil when a person files.
    public var organisation: OrganisationSummary?
    public var inviter: String
    /// Where the letter went.
    public var address: String
    /// Somebody signs in under that address already.
    public var hasAccount: Bool
    public var expiresAt: Instant
    /// Whoever joins may send it in, too.
    public var mayFile: Bool
}
