public import Foundation
import SalaDatabase
public import SalaEngine
public import SalaThai

/// A line of what happened to a letter after it was written, besides being sent.
public struct LetterNote: Equatable, Sendable {
    /// What happened.
    public enum Kind: String, Sendable {
        /// It was given up; the words say why.
        case refused
        /// Somebody had it sent again.
        case again
    }

    public var kind: Kind
    public var at: Instant
    /// Who asked for it; nil for Sala itself and for the operator's command line.
    public var person: String?
    public var words: String
}

extension Store {
    /// Sends a letter that was given up once more, and notes who asked for it. Gives the handle of its call.
    ///
    /// Only letters of a call can be sent again, by who manages it and finds them in its outbox: otherwise
    /// throws `Refusal.notFound`; throws `Refusal.alreadyDone` unless the letter has been given up.
    public func sendAgain(_ letter: UUID, by person: PersonID, at now: Instant) async throws -> String {
        try await database.write { connection in
            let row = try connection.row("select submission_id, call_id from letter where id = \(letter)")
            guard let row else { throw Refusal.notFound }
            let handle: String
            if let submission: SubmissionID = try row.optionalID("submission_id") {
                let dossier = try dossier(submission, for: person, in: connection)
                guard dossier.actor.may(.manageCall, in: dossier.programme) else { throw Refusal.notFound }
                handle = dossier.call.handle
            } else {
                handle = try callView(ofLetter: row, for: person, in: connection).call.handle
            }
            guard try connection.sendAgain(letter, by: person, at: now) else { throw Refusal.alreadyDone }
            return handle
        }
    }

    /// Sends given-up letters once more, all or those named, on an operator's word; says how many.
    public func sendAgain(_ letters: [UUID]? = nil, at now: Instant) async throws -> Int {
        try await database.write { connection in
            let named: SQL = letters.map { "id in \(list: $0)" } ?? "1 = 1"
            let rows = try connection.rows(
                "select id from letter where state = 'failed' and " + named + " order by written_at, id")
            var count = 0
            for row in rows where try connection.sendAgain(row.get("id"), by: nil, at: now) { count += 1 }
            return count
        }
    }
}

extension Connection {
    /// False unless the letter had been given up.
    fileprivate func sendAgain(_ letter: UUID, by person: PersonID?, at now: Instant) throws -> Bool {
        let count = try execute(
            """
            update letter set state = 'waiting', attempts = 0, next_at = \(now), deferred_at = null,
                fault = null
            where id = \(letter) and state = 'failed'
            """)
        guard count == 1 else { return false }
        try note(.again, of: letter, words: "", by: person, at: now)
        return true
    }

    func note(_ kind: LetterNote.Kind, of letter: UUID, words: String, by person: PersonID?, at now: Instant)
        throws
    {
        try execute(
            """
            insert into letter_note (call_id, letter_id, at, kind, person_id, words)
            select call_id, id, \(now), \(kind.rawValue), \(person), \(words) from letter where id = \(letter)
            """)
    }

    /// What happened to each of the letters, in its order.
    func notes(of letters: [UUID]) throws -> [UUID: [LetterNote]] {
        var notes: [UUID: [LetterNote]] = [:]
        for row in try rows(
            """
            select letter_note.letter_id, letter_note.at, letter_note.kind, letter_note.words, person.name
            from letter_note left join person on person.id = letter_note.person_id
            where letter_note.letter_id in \(list: letters)
            order by letter_note.at, letter_note.kind desc
            """)
        {
            guard let kind = LetterNote.Kind(rawValue: try row.get("kind")) else {
                throw Fault.unreadable("the kind of a letter's note")
            }
            notes[try row.get("letter_id"), default: []].append(
                LetterNote(
                    kind: kind, at: try row.instant("at"), person: try row.get("name"),
                    words: try row.get("words")))
        }
        return notes
    }
}
