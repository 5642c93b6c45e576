public import SalaStore

// Unchecked because the content is a file that is being written: one request owns it and nobody else sees it.

/// A file that came with a form. It is thrown away unless `FileStore.keep` takes its content.
public struct Upload: @unchecked Sendable {
    /// The name of the form's field.
    public let field: String
    /// The file's name without any path, safe to show: see `Upload.name(sentAs:)`.
    public let name: String
    public let content: IncomingFile

    /// - Parameter sentAs: the file's name as the browser sent it.
    public init(field: String, sentAs: String, content: IncomingFile) {
        self.field = field
        name = Upload.name(sentAs: sentAs)
        self.content = content
    }
}
