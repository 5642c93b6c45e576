/// Choices that all stand on the page.
public struct ChoicesControl: Sendable {
    public var choices: [ChoiceView]
    /// Whether other questions depend on the answer, so that the page is asked for anew.
    public var reloads: Bool

    public init(choices: [ChoiceView], reloads: Bool = false) {
        self.choices = choices
        self.reloads = reloads
    }
}
