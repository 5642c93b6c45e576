/// The mistakes of a form above it, each with a link to its field (`FieldView.anchor`).
public struct ErrorSummaryView: Sendable {
    public var mistakes: [LinkView]

    public init(mistakes: [LinkView]) {
        self.mistakes = mistakes
    }
}

extension ErrorSummaryView {
    /// The mistakes in the fields; nil where there is none.
    init?(of fields: [FieldView]) {
        let mistakes = fields.compactMap(\.mistake)
        guard !mistakes.isEmpty else { return nil }
        self.init(mistakes: mistakes)
    }
}

extension LinkView {
    /// What is asked and how to mend the answer; the address is where that is done.
    init(mistake: String, in label: String, url: String) {
        self.init(label: label.hasSuffix("?") ? "\(label) \(mistake)" : "\(label): \(mistake)", url: url)
    }
}

extension FieldView {
    fileprivate var mistake: LinkView? { error.map { LinkView(mistake: $0, in: label, url: "#\(anchor)") } }
}
