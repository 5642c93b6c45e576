public import SalaEngine
public import SalaThai

/// A session that has just begun.
public struct SignedIn: Sendable {
    public var person: PersonID
    /// For the cookie, and kept nowhere else.
    public var token: String
    /// When it ends even for a person who never leaves.
    public var expiresAt: Instant
}
