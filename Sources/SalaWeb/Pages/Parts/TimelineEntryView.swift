/// One thing that happened.
public struct TimelineEntryView: Sendable {
    public var title: String
    /// Nil where the reader may not know who.
    public var actor: String?
    /// Such as `2 วันก่อน`.
    public var time: String
    public var exactTime: String
    /// ISO 8601.
    public var timestamp: String
    /// What was said with it.
    public var note: String?
    /// What was asked for it, with the answers.
    public var facts: [FactView]
    /// Letters and files that came of it.
    public var links: [LinkView]
    /// The stage it led to.
    public var badge: StageBadgeView?

    public init(
        title: String, actor: String? = nil, time: String, exactTime: String, timestamp: String,
        note: String? = nil, facts: [FactView] = [], links: [LinkView] = [], badge: StageBadgeView? = nil
    ) {
        self.title = title
        self.actor = actor
        self.time = time
        self.exactTime = exactTime
        self.timestamp = timestamp
        self.note = note
        self.facts = facts
        self.links = links
        self.badge = badge
    }
}
