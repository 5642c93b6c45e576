/// What is wrong with the text of an expression.
public struct ExpressionFault: Error, Hashable, Sendable {
    /// Where, in Unicode code points from the beginning.
    public let offset: Int
    /// What is wrong and what to write instead, in English.
    public let sentence: String

    public init(offset: Int, sentence: String) {
        self.offset = offset
        self.sentence = sentence
    }
}
