/// How long is left, in words, with the exact time for who asks.
public struct DaysLeftView: Sendable {
    /// Such as `อีก 3 วัน`.
    public var text: String
    public var exactTime: String
    /// ISO 8601.
    public var timestamp: String
    public var isUrgent: Bool
    public var isOver: Bool
    /// Somebody should have acted by then, and has not.
    public var isOverdue: Bool

    public init(
        text: String, exactTime: String, timestamp: String, isUrgent: Bool = false, isOver: Bool = false,
        isOverdue: Bool = false
    ) {
        self.text = text
        self.exactTime = exactTime
        self.timestamp = timestamp
        self.isUrgent = isUrgent
        self.isOver = isOver
        self.isOverdue = isOverdue
    }
}
