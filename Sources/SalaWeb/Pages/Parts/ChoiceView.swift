/// One of the answers to choose from.
public struct ChoiceView: Sendable {
    public var value: String
    public var label: String
    public var detail: String?
    public var isChosen: Bool

    public init(value: String, label: String, detail: String? = nil, isChosen: Bool = false) {
        self.value = value
        self.label = label
        self.detail = detail
        self.isChosen = isChosen
    }
}
