/// A file that somebody gave.
public struct AttachmentView: Sendable {
    public var id: String
    public var name: String
    public var url: String
    /// Kind and size.
    public var detail: String
    /// A small picture of it.
    public var previewURL: String?
    /// Ticked to be taken away.
    public var isRemoved: Bool
    /// It cannot be opened, and the detail says why.
    public var isWithheld = false

    public init(
        id: String, name: String, url: String, detail: String, previewURL: String? = nil,
        isRemoved: Bool = false
    ) {
        self.id = id
        self.name = name
        self.url = url
        self.detail = detail
        self.previewURL = previewURL
        self.isRemoved = isRemoved
    }
}
