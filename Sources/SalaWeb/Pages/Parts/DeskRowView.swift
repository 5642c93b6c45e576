/// A row that leads to its page.
public struct DeskRowView: Sendable {
    public var id: String
    public var url: String
    /// The first cell's words.
    public var title: String
    public var detail: String?
    /// After the first.
    public var cells: [DeskCellView]
    public var isChosen: Bool
    /// What is out of the ordinary about it.
    public var note: String?

    public init(
        id: String, url: String, title: String, detail: String? = nil, cells: [DeskCellView],
        isChosen: Bool = false, note: String? = nil
    ) {
        self.id = id
        self.url = url
        self.title = title
        self.detail = detail
        self.cells = cells
        self.isChosen = isChosen
        self.note = note
    }
}

/// A cell: words, a number, a stage or a time left.
public struct DeskCellView: Sendable {
    /// What the words are, said where the column's head is not seen.
    public var label: String?
    public var text: String?
    public var isNumber: Bool
    public var badge: StageBadgeView?
    public var due: DaysLeftView?

    public init(
        label: String? = nil, text: String? = nil, isNumber: Bool = false, badge: StageBadgeView? = nil,
        due: DaysLeftView? = nil
    ) {
        self.label = label
        self.text = text
        self.isNumber = isNumber
        self.badge = badge
        self.due = due
    }
}
