/// A value that a form carries along.
public struct HiddenFieldView: Sendable {
    public var name: String
    public var value: String

    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}
