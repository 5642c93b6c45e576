/// One criterion with its scale.
public struct ScoreView: Sendable {
    public var name: String
    public var label: String
    public var description: String?
    /// Such as `น้ำหนัก 30%`.
    public var weight: String?
    public var scale: [ChoiceView]
    /// What the lowest score means.
    public var lowest: String
    public var highest: String
    public var error: String?

    public init(
        name: String, label: String, description: String? = nil, weight: String? = nil, scale: [ChoiceView],
        lowest: String, highest: String, error: String? = nil
    ) {
        self.name = name
        self.label = label
        self.description = description
        self.weight = weight
        self.scale = scale
        self.lowest = lowest
        self.highest = highest
        self.error = error
    }
}
