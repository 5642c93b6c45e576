/// How far long work is; it can be left and found again under its URL.
public struct ProgressView: Sendable {
    public var label: String
    public var done: Int
    public var total: Int
    /// Such as `3,200 จาก 7,850 แถว`.
    public var text: String
    /// Nil once it has ended.
    public var refreshURL: String?
    /// How it ended.
    public var outcome: NoticeView?

    public init(
        label: String, done: Int, total: Int, text: String, refreshURL: String? = nil,
        outcome: NoticeView? = nil
    ) {
        self.label = label
        self.done = done
        self.total = total
        self.text = text
        self.refreshURL = refreshURL
        self.outcome = outcome
    }
}
