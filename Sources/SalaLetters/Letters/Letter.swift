public import SalaEngine

/// A letter as it is sent: one language, a subject of one line and a plain text of lines that end in `\n`.
public struct Letter: Equatable, Sendable {
    public let language: Language
    public let subject: String
    public let body: String

    /// Makes the subject one line and drops the body's control characters, so that no answer that a person
    /// typed can break the letter it is quoted in.
    public init(language: Language, subject: String, body: String) {
        self.language = language
        let words = subject.unicodeScalars.split { $0.properties.isWhitespace || Letter.isControl($0) }
        self.subject = words.map { String($0) }.joined(separator: " ")
        // Finding the characters of a Thai text costs more than all else of a letter: few need it.
        guard body.unicodeScalars.contains(where: Letter.isUnfit) else {
            self.body = body
            return
        }
        let lines = body.split(omittingEmptySubsequences: false) { $0.isNewline }
        self.body = lines.map { line in
            let kept = line.unicodeScalars.filter { $0 == "\t" || !Letter.isControl($0) }
            return String(String.UnicodeScalarView(kept))
        }.joined(separator: "\n")
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control
    }

    /// Whether a body with the scalar is not a text of lines that end in `\n` and have no control characters
    /// but tabs.
    private static func isUnfit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029: true
        default: false
        }
    }
}
