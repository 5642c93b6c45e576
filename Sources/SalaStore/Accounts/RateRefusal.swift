/// Too many tries within a window of time.
public struct RateRefusal: Error, Equatable, Sendable {
    /// Seconds until the next try may succeed.
    public var retryAfter: Int64

    /// The stable name under which tests, logs and texts know it.
    public var code: String { "too-many-tries" }
}
