/// An answer that is only read.
public struct ReadingControl: Sendable {
    public var paragraphs: [String]

    public init(paragraphs: [String]) {
        self.paragraphs = paragraphs
    }
}
