/// Files to give, with those given before.
public struct FilesControl: Sendable {
    public var existing: [AttachmentView]
    /// HTML's `accept`.
    public var accept: String?
    public var isMultiple: Bool
    /// What may be given, in words.
    public var rule: String
    public var maximumBytes: Int?
    /// The stamp of the file that a new one takes the place of, for the post; nil where there may be several.
    public var shown: String?

    public init(
        existing: [AttachmentView] = [], accept: String? = nil, isMultiple: Bool = false, rule: String,
        maximumBytes: Int? = nil, shown: String? = nil
    ) {
        self.existing = existing
        self.accept = accept
        self.isMultiple = isMultiple
        self.rule = rule
        self.maximumBytes = maximumBytes
        self.shown = shown
    }
}
