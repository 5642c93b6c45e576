public import SalaThai

/// An event as it is kept: which of its subject's events it is, when it happened and who did it.
public struct Recorded<Body: Sendable>: Sendable {
    /// 1 for a subject's first event.
    public var sequence: Int
    public var at: Instant
    /// Nil is nobody who signs in: the clock, or the installation's operator.
    public var actor: PersonID?
    public var body: Body

    public init(sequence: Int, at: Instant, actor: PersonID?, body: Body) {
        self.sequence = sequence
        self.at = at
        self.actor = actor
        self.body = body
    }
}

extension Recorded: Equatable where Body: Equatable {}
