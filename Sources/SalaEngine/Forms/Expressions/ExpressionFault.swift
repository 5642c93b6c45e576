/// What is wrong with the text of an expression.
public struct ExpressionFault: Error, Hashable, Sendable {
    /// Where, in Unicode code points from the beginning.
    public let offset: Int
    /// What is wrong and what to write instead.
    public let sentence: Sentence

    public init(offset: Int, sentence: Sentence) {
        self.offset = offset
        self.sentence = sentence
    }
}
