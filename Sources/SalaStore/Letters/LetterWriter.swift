public import SalaEngine

/// A letter's words, ready to be kept and sent.
public struct WrittenLetter: Equatable, Sendable {
    public var subject: String
    public var body: String

    public init(subject: String, body: String) {
        self.subject = subject
        self.body = body
    }
}

/// Fills a letter's template with its fields in a language.
public typealias LetterWriter =
    @Sendable (LetterDefinition, Language, [String: String]) throws -> WrittenLetter
