/// What happened to a submission and what comes next.
public struct TimelineView: Sendable {
    /// Latest first.
    public var entries: [TimelineEntryView]
    public var next: TimelineNextView?

    public init(entries: [TimelineEntryView], next: TimelineNextView? = nil) {
        self.entries = entries
        self.next = next
    }
}
