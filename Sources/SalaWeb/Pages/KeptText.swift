import Foundation
import SalaEngine

/// What was typed or chosen in one question, to be read and copied.
struct KeptText: Equatable, Sendable {
    /// The question's label, where it is known.
    let question: String?
    let text: String

    /// All that was typed or chosen: in the order of the questions, those that are not known after them as
    /// they were sent.
    static func all(_ posting: Posting, _ questions: [TypedQuestion]) -> [KeptText] {
        let known = questions.compactMap { question in
            let texts = posting.texts(question.name).filter { !$0.isBlank }.map(question.words)
            return texts.isEmpty
                ? nil : KeptText(question: question.label, text: texts.joined(separator: ", "))
        }
        let names = Set(questions.map(\.name))
        let others = posting.keys.filter { !names.contains($0) && !SentAlong.has($0) }
        return known
            + others.flatMap(posting.texts).filter(\.isTyped).map { KeptText(question: nil, text: $0) }
    }
}

extension String {
    fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }

    /// Somebody's words: neither an id, nor the name of a choice, which is one word of small letters.
    fileprivate var isTyped: Bool {
        guard !isBlank, UUID(text: self) == nil else { return false }
        let isName = utf8.allSatisfy { byte in
            (97...122).contains(byte) || (48...57).contains(byte) || byte == 45 || byte == 95
        }
        return !isName || !utf8.contains { (97...122).contains($0) }
    }
}
