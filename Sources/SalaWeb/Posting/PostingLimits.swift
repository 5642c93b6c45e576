/// How much a posting may hold.
public struct PostingLimits: Sendable {
    /// Bytes of all fields' names and texts together, as UTF-8.
    public var textBytes: Int
    /// Texts together with file inputs that were left empty.
    public var fields: Int
    /// Bytes of one file.
    public var fileBytes: Int
    public var files: Int
    /// Bytes of files that are read and thrown away for the sake of the texts behind them, once a file cannot
    /// be taken.
    public var passedBytes: Int
    /// Bytes of the header lines of one part.
    public var headerBytes: Int

    public init(
        textBytes: Int = 2 << 20, fields: Int = 2000, fileBytes: Int = 25 << 20, files: Int = 20,
        passedBytes: Int = 200 << 20, headerBytes: Int = 8 << 10
    ) {
        self.textBytes = textBytes
        self.fields = fields
        self.fileBytes = fileBytes
        self.files = files
        self.passedBytes = passedBytes
        self.headerBytes = headerBytes
    }
}
