/// A number that says where things stand.
public struct StatView: Sendable {
    public var value: String
    public var label: String
    public var url: String?
    /// Whether it is the one thing that matters now.
    public var isPressing: Bool

    public init(value: String, label: String, url: String? = nil, isPressing: Bool = false) {
        self.value = value
        self.label = label
        self.url = url
        self.isPressing = isPressing
    }
}
