/// What can be done to the chosen rows; the POST shows a preview first.
public struct BulkView: Sendable {
    public var url: String
    public var actions: [BulkActionView]
    /// Words that offer every row of every page, such as `ทั้ง 7,850 เรื่อง`.
    public var allMatching: String?
    /// The filter that `allMatching` speaks of.
    public var fields: [HiddenFieldView]

    public init(
        url: String, actions: [BulkActionView], allMatching: String? = nil, fields: [HiddenFieldView] = []
    ) {
        self.url = url
        self.actions = actions
        self.allMatching = allMatching
        self.fields = fields
    }
}

/// One action for many; sent as `action`.
public struct BulkActionView: Sendable {
    public var name: String
    public var label: String

    public init(name: String, label: String) {
        self.name = name
        self.label = label
    }
}
