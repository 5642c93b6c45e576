/// Why a form's definition is refused.
public struct FormFault: Hashable, Sendable {
    /// The question, or the page, group or list of choices that has the fault.
    public let question: String
    /// XLSForm's name of the column: `name`, `type`, `relevant`, `constraint`, `choice_filter` ...
    public let column: String
    /// What is wrong and what to write instead.
    public let sentence: Sentence

    public init(question: String, column: String, sentence: Sentence) {
        self.question = question
        self.column = column
        self.sentence = sentence
    }
}
