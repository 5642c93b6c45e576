/// A box to write in.
public struct MultilineControl: Sendable {
    public var value: String
    public var rows: Int
    public var maximumLength: Int?
    /// Whether other questions depend on the answer, so that the page is asked for anew.
    public var reloads: Bool

    public init(value: String, rows: Int = 5, maximumLength: Int? = nil, reloads: Bool = false) {
        self.value = value
        self.rows = rows
        self.maximumLength = maximumLength
        self.reloads = reloads
    }
}
