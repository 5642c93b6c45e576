/// A file that somebody gave.
public struct AttachmentView: Sendable {
    public var id: String
    public var name: String
    public var url: String
    /// Kind and size.
    public var detail: String
    /// A small picture of it.
    public var previewURL: String?

    public init(id: String, name: String, url: String, detail: String, previewURL: String? = nil) {
        self.id = id
        self.name = name
        self.url = url
        self.detail = detail
        self.previewURL = previewURL
    }
}
