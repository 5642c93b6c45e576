/// A file that came with a form and was larger than one file may be, so that nothing of it was kept.
public struct OversizedFile: Equatable, Sendable {
    /// The name of the form's field.
    public var field: String
    /// The file's name without any path, safe to show.
    public var name: String
    /// What one file may have.
    public var limitMebibytes: Int
}
