/// What an import did.
public struct ImportReport: Equatable, Sendable {
    public var new: Int
    public var changed: Int
    public var unchanged: Int

    public init(new: Int, changed: Int, unchanged: Int) {
        self.new = new
        self.changed = changed
        self.unchanged = unchanged
    }
}
