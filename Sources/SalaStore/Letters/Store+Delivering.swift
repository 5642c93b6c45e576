public import Foundation
import SalaDatabase
public import SalaEngine
public import SalaThai

/// A letter on its way out.
public struct OutgoingLetter: Sendable {
    public var id: UUID
    public var address: String
    public var language: Language
    public var subject: String
    public var body: String
    public var writtenAt: Instant
    /// How often it has been tried before.
    public var attempts: Int
}

/// What became of one attempt to deliver a letter.
public enum LetterOutcome: Sendable {
    case accepted
    /// Worth another try.
    case postponed(String)
    /// It will never be taken.
    case refused(String)
}

extension Store {
    /// How often a letter is tried before it is given up.
    static let maximumAttempts = 8

    /// Takes the next letters whose time has come and marks them as being sent, so that no other server takes
    /// them.
    ///
    /// A letter that a server took and never reported on is taken again after ten minutes.
    public func takeLetters(limit: Int, at now: Instant) async throws -> [OutgoingLetter] {
        try await database.write { connection in
            let rows = try connection.rows(
                """
                update letter set state = 'sending', attempts = attempts + 1,
                    next_at = \(now.adding(seconds: 600))
                where id in (select id from letter where state in ('waiting', 'sending') and next_at <= \(now)
                    order by next_at, id limit \(limit))
                returning id, address, language, subject, body, written_at, attempts
                """)
            return try rows.map { row in
                OutgoingLetter(
                    id: try row.get("id"), address: try row.get("address"),
                    language: Language(rawValue: try row.get("language")) ?? .thai,
                    subject: try row.get("subject"), body: try row.get("body"),
                    writtenAt: try row.instant("written_at"), attempts: try row.get("attempts") - 1)
            }
        }
    }

    /// Writes down what became of a letter: sent, to be tried again later and later, or given up.
    public func report(_ delivery: LetterOutcome, of letter: OutgoingLetter, at now: Instant) async throws {
        try await database.write { connection in
            switch delivery {
            case .accepted:
                try connection.execute(
                    "update letter set state = 'sent', sent_at = \(now), fault = null where id = \(letter.id)"
                )
            case .postponed(let fault) where letter.attempts + 1 < Store.maximumAttempts:
                let wait = Int64(30) << Int64(letter.attempts)
                try connection.execute(
                    """
                    update letter set state = 'waiting', next_at = \(now.adding(seconds: wait)),
                        fault = \(fault)
                    where id = \(letter.id)
                    """)
            case .postponed(let fault), .refused(let fault):
                try connection.execute(
                    "update letter set state = 'failed', fault = \(fault) where id = \(letter.id)")
            }
        }
    }
}
