/// A date, typed as people type it.
public struct DateControl: Sendable {
    public var value: String
    /// Whether other questions depend on the answer, so that the page is asked for anew.
    public var reloads: Bool

    public init(value: String, reloads: Bool = false) {
        self.value = value
        self.reloads = reloads
    }
}
