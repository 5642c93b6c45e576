/// The pages of a list; shown where there is more than one.
public struct PaginationView: Sendable {
    /// Such as `1–50 จาก 7,850`.
    public var summary: String
    public var previousURL: String?
    public var nextURL: String?
    public var pages: [PageLinkView]

    public init(summary: String, previousURL: String? = nil, nextURL: String? = nil, pages: [PageLinkView]) {
        self.summary = summary
        self.previousURL = previousURL
        self.nextURL = nextURL
        self.pages = pages
    }
}

/// One page of a list, or the gap between pages.
public struct PageLinkView: Sendable {
    public var label: String
    public var url: String
    public var isCurrent: Bool
    public var isGap: Bool

    public init(label: String, url: String = "", isCurrent: Bool = false, isGap: Bool = false) {
        self.label = label
        self.url = url
        self.isCurrent = isCurrent
        self.isGap = isGap
    }
}
