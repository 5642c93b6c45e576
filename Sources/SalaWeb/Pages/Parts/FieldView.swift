/// A question with what was answered so far and what must be mended.
public struct FieldView: Sendable {
    /// The question that decides whether this one is asked, and the answers for which it is, with spaces.
    public struct Condition: Sendable {
        public let question: String
        public let answers: String

        public init(question: String, answers: String) {
            self.question = question
            self.answers = answers
        }
    }

    /// The name under which the answer is sent.
    public let name: String
    public let label: String
    public let hint: String?
    /// How to mend the answer.
    public let error: String?
    /// What somebody else has answered since the page was opened, while this stands in the field.
    public let newer: ReadingControl?
    public let isRequired: Bool
    public let isReadOnly: Bool
    /// Whether the question is not asked for now.
    public let isHidden: Bool
    public let shownWhen: Condition?
    public let control: FieldControl
    /// The element's id, for links from the error summary.
    public let anchor: String
    public let isSingle: Bool
    public let isGroup: Bool
    public let describedBy: String?
    public let hasError: Bool

    public init(
        name: String, label: String, hint: String? = nil, error: String? = nil, isRequired: Bool = false,
        isReadOnly: Bool = false, isHidden: Bool = false, shownWhen: Condition? = nil,
        newer: ReadingControl? = nil, control: FieldControl
    ) {
        self.name = name
        self.label = label
        self.hint = hint
        self.error = error
        self.isRequired = isRequired
        self.isReadOnly = isReadOnly
        self.isHidden = isHidden
        self.newer = newer
        self.shownWhen = shownWhen
        self.control = control
        let id = Self.anchor(of: name)
        let descriptions = [hint.map { _ in "\(id)-hint" }, error.map { _ in "\(id)-error" }].compactMap {
            $0
        }
        anchor = id
        describedBy = descriptions.isEmpty ? nil : descriptions.joined(separator: " ")
        hasError = error != nil
        isGroup = control.isGroup
        isSingle = control.isQuestion && !control.isGroup
    }

    /// The id that the field of that name has.
    public static func anchor(of name: String) -> String { "field-\(name)" }
}
