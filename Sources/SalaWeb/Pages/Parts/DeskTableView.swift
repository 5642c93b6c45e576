/// A dense table to work in.
public struct DeskTableView: Sendable {
    public var caption: String
    public var columns: [DeskColumnView]
    public var rows: [DeskRowView]
    /// Nil where nothing can be done to many at once.
    public var bulk: BulkView?

    public init(caption: String, columns: [DeskColumnView], rows: [DeskRowView], bulk: BulkView? = nil) {
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.bulk = bulk
    }
}

/// A column and the way to order by it.
public struct DeskColumnView: Sendable {
    public var label: String
    public var isNumber: Bool
    public var sortURL: String?
    public var isAscending: Bool
    public var isDescending: Bool

    public init(
        label: String, isNumber: Bool = false, sortURL: String? = nil, isAscending: Bool = false,
        isDescending: Bool = false
    ) {
        self.label = label
        self.isNumber = isNumber
        self.sortURL = sortURL
        self.isAscending = isAscending
        self.isDescending = isDescending
    }
}
