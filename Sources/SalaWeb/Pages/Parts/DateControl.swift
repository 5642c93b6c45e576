/// A date, typed as people type it.
public struct DateControl: Sendable {
    public var value: String

    public init(value: String) {
        self.value = value
    }
}
