/// A term and what stands for it, for a definition list.
public struct FactView: Sendable {
    public var term: String
    public var detail: String
    public var url: String?
    /// The address leads away from this site.
    public var isOutside: Bool
    public var files: [AttachmentView]

    public init(term: String, detail: String, url: String? = nil, files: [AttachmentView] = []) {
        self.term = term
        self.detail = detail
        self.url = url
        isOutside = url?.isWebAddress ?? false
        self.files = files
    }
}
