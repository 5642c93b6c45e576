public import SalaThai

/// A session as its person sees it in a list.
public struct SessionEntry: Equatable, Sendable {
    /// What `endSession` knows it by; not the secret of its cookie.
    public var id: String
    /// The browser and its system, as in `Firefox, Windows`.
    public var agent: String
    public var createdAt: Instant
    /// To the minute.
    public var seenAt: Instant
    /// The list was asked for from this one.
    public var isCurrent: Bool
}
