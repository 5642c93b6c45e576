import SalaEngine
import SalaThai

/// Answers as people read them: choices by their words, numbers with separators, dates in the reader's
/// calendar.
struct AnswerWording: Sendable {
    let wording: Asking.Wording

    init(_ wording: Asking.Wording) {
        self.wording = wording
    }

    /// The answer's paragraphs; none without an answer.
    func paragraphs(_ question: Question, _ answer: Answer?) -> [String] {
        guard let answer, !answer.isEmpty else { return [] }
        switch question.kind {
        case .text, .note:
            return answer.string.split(separator: "\n").map(String.init)
        case .integer, .decimal, .calculate:
            // What was typed and is no number is kept, and shown as it was typed.
            return [Digits.decimal(typed: answer.string).map(Digits.grouped) ?? answer.string]
        case .date:
            let date = LocalDate(iso: answer.string)
            return [date?.text(.long, thai: wording.language == .thai) ?? answer.string]
        case .selectOne(let list), .selectMultiple(let list):
            return [answer.items.map { wording.choice($0, of: list) }.joined(separator: ", ")]
        case .file, .image:
            return []
        }
    }

    /// The answer as one text, with the lines in which it was written.
    func text(_ question: Question, _ answer: Answer?) -> String {
        paragraphs(question, answer).joined(separator: "\n")
    }
}
