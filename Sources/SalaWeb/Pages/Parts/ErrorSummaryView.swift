/// The mistakes of a form above it, each with a link to its field (`FieldView.anchor`).
public struct ErrorSummaryView: Sendable {
    public var mistakes: [LinkView]

    public init(mistakes: [LinkView]) {
        self.mistakes = mistakes
    }
}
