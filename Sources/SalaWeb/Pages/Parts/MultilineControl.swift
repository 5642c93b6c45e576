/// A box to write in.
public struct MultilineControl: Sendable {
    public var value: String
    public var rows: Int
    public var maximumLength: Int?

    public init(value: String, rows: Int = 5, maximumLength: Int? = nil) {
        self.value = value
        self.rows = rows
        self.maximumLength = maximumLength
    }
}
