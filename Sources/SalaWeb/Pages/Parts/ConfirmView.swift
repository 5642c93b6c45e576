/// A panel that asks once more, and says what will follow.
public struct ConfirmView: Sendable {
    public var title: String
    public var text: String
    public var consequences: [String]
    /// Takes a POST.
    public var url: String
    public var fields: [HiddenFieldView]
    /// What the button says.
    public var label: String
    public var cancelURL: String
    public var isDangerous: Bool

    public init(
        title: String, text: String, consequences: [String] = [], url: String,
        fields: [HiddenFieldView] = [], label: String, cancelURL: String, isDangerous: Bool = false
    ) {
        self.title = title
        self.text = text
        self.consequences = consequences
        self.url = url
        self.fields = fields
        self.label = label
        self.cancelURL = cancelURL
        self.isDangerous = isDangerous
    }
}
