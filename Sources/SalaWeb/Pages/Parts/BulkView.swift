/// What can be done to the chosen rows; the GET shows what would happen.
public struct BulkView: Sendable {
    public var url: String
    public var actions: [BulkActionView]
    /// Words that offer every row of every page, such as `ทั้ง 7,850 เรื่อง`.
    public var allMatching: String?
    public var isAllChosen: Bool
    /// The filter that `allMatching` speaks of.
    public var fields: [HiddenFieldView]
    /// Why nothing was done, such as that no row is chosen.
    public var mistake: String?

    public init(
        url: String, actions: [BulkActionView], allMatching: String? = nil,
        isAllChosen: Bool = false, fields: [HiddenFieldView] = [], mistake: String? = nil
    ) {
        self.url = url
        self.actions = actions
        self.allMatching = allMatching
        self.isAllChosen = isAllChosen
        self.fields = fields
        self.mistake = mistake
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
