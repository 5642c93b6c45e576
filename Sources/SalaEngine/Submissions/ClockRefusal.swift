public import SalaThai

/// What keeps a stage's clock from taking its action, and when it is tried again.
public struct ClockRefusal: Hashable, Codable, Sendable {
    /// How often a clock is tried before it is given up: for more than five days, at longer and longer
    /// distances.
    static let maximumTries = 8
    private static let firstWaitSeconds: Int64 = 3600

    public var action: String
    /// The code of the refusal.
    public var code: String
    public var tries: Int
    /// Nil when it is not tried again.
    public var again: Instant?

    public init(action: String, code: String, tries: Int, again: Instant?) {
        self.action = action
        self.code = code
        self.tries = tries
        self.again = again
    }

    /// One more refusal after an earlier one, if there was one: each wait is twice as long as the one before.
    init(of action: String, _ refusal: Refusal, after earlier: ClockRefusal?, at now: Instant) {
        let tries = (earlier?.tries ?? 0) + 1
        let wait = Self.firstWaitSeconds << Int64(tries - 1)
        self.init(
            action: action, code: refusal.code, tries: tries,
            again: tries < Self.maximumTries ? now.adding(seconds: wait) : nil)
    }
}

extension Submission {
    /// When the stage's clock is to be tried next; nil where none runs, it has run out or was given up.
    public var clockAt: Instant? {
        if dueHandled { return nil }
        if let clockRefusal { return clockRefusal.again }
        return due
    }
}
