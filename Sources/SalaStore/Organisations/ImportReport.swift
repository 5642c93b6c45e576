/// What an import did.
public struct ImportReport: Equatable, Sendable {
    public var new: Int
    public var changed: Int
    public var unchanged: Int
    /// The lines that were taken without their coordinates, when that was asked for.
    public var withoutSeat: [ImportFault]

    public init(new: Int, changed: Int, unchanged: Int, withoutSeat: [ImportFault] = []) {
        self.new = new
        self.changed = changed
        self.unchanged = unchanged
        self.withoutSeat = withoutSeat
    }
}
