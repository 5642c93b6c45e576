public import SalaEngine

/// Something wrong in a programme's folder: where, what is wrong, and what to write instead.
public struct DefinitionFault: SayingError, Equatable, Sendable {
    /// The path inside the folder, such as `texts/th.yaml`.
    public var file: String
    /// From 1; nil when the whole file is meant.
    public var line: Int?
    /// What is wrong and what to write instead.
    public var words: Sentence

    public init(file: String, line: Int?, words: Sentence) {
        self.file = file
        self.line = line
        self.words = words
    }

    public init(file: String, line: Int?, what: Sentence, mend: Sentence) {
        self.init(file: file, line: line, words: "\(what); \(mend)")
    }

    /// Such as `workflow.yaml:12: there is no stage 'judgin'; write 'judging'`.
    public var sentence: Sentence {
        if let line { "\(file):\(line): \(words)" } else { "\(file): \(words)" }
    }
}
