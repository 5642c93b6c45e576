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
    /// How often its reader's server has been asked to take it before.
    public var attempts: Int
}

/// What became of one attempt to deliver a letter.
public enum LetterOutcome: Sendable {
    case accepted
    /// Nobody was asked: the office's own mail server served no letter. It does not count against this one.
    case untried
    /// Not now, for a reason of this letter's.
    case postponed(String)
    /// It will never be taken.
    case refused(String)
}

extension Store {
    /// How long a letter is tried that its reader's server puts off (RFC 5321 section 4.5.4.1: four days at
    /// least).
    static let patienceSeconds: Int64 = 5 * 86_400

    /// Takes the next letters whose time has come and marks them as being sent, so that no other server takes
    /// them.
    ///
    /// A letter that a server took and never reported on is taken again after ten minutes.
    public func takeLetters(limit: Int, at now: Instant) async throws -> [OutgoingLetter] {
        let due: SQL = "state in ('waiting', 'sending') and next_at <= \(now)"
        // Most of the time there is none, and looking needs no turn among those who write.
        let isAny = try await database.read {
            try $0.row("select 1 from letter where " + due + " limit 1") != nil
        }
        guard isAny else { return [] }
        return try await database.write { connection in
            let rows = try connection.rows(
                """
                update letter set state = 'sending', attempts = attempts + 1,
                    next_at = \(now.adding(seconds: 600))
                where id in (select id from letter where \(due) order by next_at, id limit \(limit))
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
    public func report(_ outcome: LetterOutcome, of letter: OutgoingLetter, at now: Instant) async throws {
        try await database.write { connection in
            switch outcome {
            case .accepted:
                try connection.execute(
                    "update letter set state = 'sent', sent_at = \(now), fault = null where id = \(letter.id)"
                )
            case .untried:
                // Behind those that wait already: a letter that the server never answers for must not hold
                // up the others.
                try connection.execute(
                    """
                    update letter set state = 'waiting', attempts = \(letter.attempts), next_at = \(now)
                    where id = \(letter.id)
                    """)
            case .postponed(let fault):
                try connection.postpone(letter, fault, at: now)
            case .refused(let fault):
                try connection.giveUp(letter.id, fault, at: now)
            }
        }
    }

    /// Keeps the letters that wait in the house: for a demo, which has nowhere to send them. Says how many.
    @discardableResult
    public func keepLetters() async throws -> Int {
        let isAny = try await database.read {
            try $0.row("select 1 from letter where state = 'waiting' limit 1") != nil
        }
        guard isAny else { return 0 }
        return try await database.write { connection in
            try connection.execute("update letter set state = 'kept' where state = 'waiting'")
        }
    }
}

extension Connection {
    fileprivate func postpone(_ letter: OutgoingLetter, _ fault: String, at now: Instant) throws {
        let row = try row(
            """
            update letter set deferred_at = coalesce(deferred_at, \(now)), fault = \(fault)
            where id = \(letter.id)
            returning deferred_at
            """)
        guard let first = try row?.instant("deferred_at") else { return }
        let end = first.adding(seconds: Store.patienceSeconds)
        guard now < end else { return try giveUp(letter.id, fault, at: now) }
        let wait = min(Int64(60) << (2 * min(letter.attempts, 4)), 7200)
        try execute(
            """
            update letter set state = 'waiting', next_at = \(min(now.adding(seconds: wait), end))
            where id = \(letter.id)
            """)
    }

    fileprivate func giveUp(_ letter: UUID, _ fault: String, at now: Instant) throws {
        try execute("update letter set state = 'failed', fault = \(fault) where id = \(letter)")
        try note(.refused, of: letter, words: fault, by: nil, at: now)
    }
}
