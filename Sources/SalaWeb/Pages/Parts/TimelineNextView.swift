/// What is awaited, of whom and by when.
public struct TimelineNextView: Sendable {
    public var title: String
    public var detail: String?
    public var due: DaysLeftView?

    public init(title: String, detail: String? = nil, due: DaysLeftView? = nil) {
        self.title = title
        self.detail = detail
        self.due = due
    }
}
