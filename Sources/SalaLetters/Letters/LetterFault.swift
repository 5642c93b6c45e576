public import SalaEngine

/// What is wrong with a letter's text, where it stands, and what to write instead.
public struct LetterFault: Error, Equatable, Sendable, CustomStringConvertible {
    /// Where in the letter it stands.
    public enum Part: String, Sendable {
        case subject, body
    }

    /// What is wrong.
    public enum Problem: Equatable, Sendable {
        /// No language has both a subject and a body, or this language lacks one of the two.
        case missing
        /// The tag stands between braces as it was written.
        case unreadableTag(String)
        /// A section that is not closed, or is closed under another name.
        case unbalancedSection
        case unknownField(String, known: [String])
    }

    public let letter: String
    public let language: Language
    public let part: Part
    /// Counted from 1 within the text.
    public let line: Int
    public let problem: Problem

    public init(letter: String, language: Language, part: Part, line: Int, problem: Problem) {
        self.letter = letter
        self.language = language
        self.part = part
        self.line = line
        self.problem = problem
    }

    public var description: String {
        "letter \(letter), \(part) in \(language.rawValue), line \(line): \(sentence)"
    }

    private var sentence: String {
        switch problem {
        case .missing: "there is no \(part); write one, or remove the language from this letter"
        case .unreadableTag(let tag):
            "\(tag) is not a tag that letters have; write {{field}}, {{#field}}...{{/field}} or "
                + "{{^field}}...{{/field}}"
        case .unbalancedSection:
            "a section is not closed; write {{/field}} after each {{#field}} or {{^field}}"
        case .unknownField(let name, let known):
            "no field is called \(name); write one of: \(known.joined(separator: ", "))"
        }
    }
}
