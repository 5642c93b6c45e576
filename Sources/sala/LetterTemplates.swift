import SalaEngine
import SalaLetters
import SalaStore
import Synchronization

/// The letters of programmes, each compiled once: a published version's letter never changes, and goes to
/// thousands.
final class LetterTemplates: Sendable {
    private let known = Mutex<[LetterDefinition: LetterTemplate]>([:])

    /// The letter in that language; throws `LetterFault` where its text cannot be read.
    @Sendable func write(
        _ definition: LetterDefinition, _ language: Language, _ fields: [String: String]
    ) throws -> WrittenLetter {
        let letter = try template(definition).render(fields, in: language)
        return WrittenLetter(subject: letter.subject, body: letter.body)
    }

    private func template(_ definition: LetterDefinition) throws -> LetterTemplate {
        if let template = known.withLock({ $0[definition] }) { return template }
        let template = try LetterTemplate(definition)
        known.withLock { $0[definition] = template }
        return template
    }
}
