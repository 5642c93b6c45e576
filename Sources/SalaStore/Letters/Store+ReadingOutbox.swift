public import Foundation
import SalaDatabase
public import SalaEngine

/// One page of an outbox, the newest letters first.
public struct Outbox: Sendable {
    public var letters: [KeptLetter]
    /// What happened to letters of the page besides being sent.
    public var notes: [UUID: [LetterNote]]
    /// Of all that the words asked for find, in whatever state.
    public var counts: [LetterState: Int]
    /// Where the next page begins; nil behind the last.
    public var next: OutboxMark?
}

/// The outbox of one call.
public struct CallOutbox: Sendable {
    public var view: CallView
    public var outbox: Outbox
}

extension Store {
    /// A page of all letters of the installation, for the demo and its operator.
    public func outbox(_ filter: OutboxFilter = OutboxFilter(), limit: Int) async throws -> Outbox {
        try await database.read { try outbox(filter, where: "1 = 1", limit: limit, in: $0) }
    }

    /// A page of the letters that were sent to the person, without what happened to them on their way and
    /// without those with a secret: these let in whoever reads the mailbox, not whoever has a session.
    public func ownLetters(
        of person: PersonID, _ filter: OutboxFilter = OutboxFilter(), limit: Int
    ) async throws -> Outbox {
        try await database.read { connection in
            let secret = AccountLetters.Name.withSecret.map(\.rawValue)
            let visible: SQL = "letter.person_id = \(person) and letter.name not in \(list: secret)"
            var own = try outbox(filter, where: visible, limit: limit, in: connection)
            own.notes = [:]
            return own
        }
    }

    /// A page of the letters of a call that speak of submissions the person may see, and of those about its
    /// judging to who has no stake in anything filed; refused to those who may not manage the call.
    public func outbox(
        of handle: String, for person: PersonID, _ filter: OutboxFilter, limit: Int
    ) async throws -> CallOutbox {
        try await database.read { connection in
            let view = try callView(handle, for: person, in: connection)
            guard view.isManager else { throw Refusal.notAllowed }
            let scope = Scope(view)
            let visible: SQL = """
                letter.call_id = \(view.call.id) and (letter.submission_id in
                        (select submission.id from submission where \(scope.condition))
                    or letter.submission_id is null and \(scope.standsApart))
                """
            return CallOutbox(
                view: view, outbox: try outbox(filter, where: visible, limit: limit, in: connection))
        }
    }

    /// The call of a letter that speaks of no one submission, for who manages the call and has no stake in
    /// anything filed under it; not found for anybody else.
    func callView(ofLetter row: Row, for person: PersonID, in connection: Connection) throws -> CallView {
        guard let call: CallID = try row.optionalID("call_id"),
            let known = try connection.row("select handle from call where id = \(call)")
        else { throw Refusal.notFound }
        let view = try callView(try known.get("handle"), for: person, in: connection)
        guard view.isManager, try connection.row("select 1 where \(Scope(view).standsApart)") != nil
        else { throw Refusal.notFound }
        return view
    }

    /// Any letter of the installation, for the demo alone; throws `Refusal.notFound`.
    public func anyLetter(_ id: UUID) async throws -> KeptLetter {
        try await database.read { connection in
            let row = try connection.row(
                Store.letterColumns + ", body, language from letter where id = \(id)")
            guard let row else { throw Refusal.notFound }
            return try keptLetter(row)
        }
    }

    private func outbox(
        _ filter: OutboxFilter, where visible: SQL, limit: Int, in connection: Connection
    ) throws -> Outbox {
        let rows = try connection.rows(
            Store.letterColumns
                + """
                , body, language, (select call.snapshot from call where call.id = letter.call_id) as call
                from letter where \(visible) and \(filter.condition)
                order by letter.written_at desc, letter.id desc limit \(limit + 1)
                """)
        let letters = try rows.prefix(limit).map { row in
            var letter = try keptLetter(row)
            if try row.get("call") as String? != nil {
                let call: Call = try row.json("call")
                letter.call = call
                letter.programme = try programmes.programme(call.version, in: connection)
            }
            return letter
        }
        let counts = try connection.rows(
            "select state, count(*) as count from letter where \(visible) and \(filter.found) group by state")
        return Outbox(
            letters: letters, notes: try connection.notes(of: letters.map(\.summary.id)),
            counts: try counts.reduce(into: [:]) { counts, row in
                guard let state = LetterState(rawValue: try row.get("state")) else { return }
                counts[state] = try row.get("count")
            },
            next: rows.count > limit ? letters.last.map { OutboxMark($0.summary) } : nil)
    }
}
