/// What a list says while it is empty: what will be here and the one step to begin.
public struct EmptyView: Sendable {
    public var title: String
    public var text: String
    public var step: LinkView?

    public init(title: String, text: String, step: LinkView? = nil) {
        self.title = title
        self.text = text
        self.step = step
    }
}
