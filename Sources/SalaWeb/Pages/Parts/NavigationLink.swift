/// A link that may lead to where the reader already is.
public struct NavigationLink: Sendable {
    public var label: String
    public var url: String
    public var isCurrent: Bool

    public init(label: String, url: String, isCurrent: Bool = false) {
        self.label = label
        self.url = url
        self.isCurrent = isCurrent
    }
}
