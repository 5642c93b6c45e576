/// A row of a table of bars: a name, a number in words and its share of the largest.
public struct ShareView: Sendable {
    public var label: String
    public var value: String
    /// From 0 to 100.
    public var percent: Int

    public init(label: String, value: String, percent: Int) {
        precondition((0...100).contains(percent), "a share is a percentage")
        self.label = label
        self.value = value
        self.percent = percent
    }
}
