public import Foundation
import SalaDatabase
public import SalaEngine
public import SalaThai

/// A letter as lists name it.
public struct LetterSummary: Sendable {
    public var id: UUID
    public var name: String
    public var subject: String
    public var address: String
    public var writtenAt: Instant
    public var state: LetterState
    /// When the mail server took it.
    public var sentAt: Instant?
    /// Why it was not taken, when last it was not.
    public var fault: String?
}

/// A letter as it was sent.
public struct KeptLetter: Sendable {
    public var summary: LetterSummary
    public var body: String
    public var language: Language
    /// The call that it speaks of, where a list of letters tells it.
    public var call: Call?
    /// The programme of that call.
    public var programme: Programme?
}

extension Store {
    func letterSummaries(
        of submission: SubmissionID, for person: PersonID?, _ connection: Connection
    ) throws -> [LetterSummary] {
        let own: SQL = person.map { " and person_id = \($0)" } ?? ""
        return try connection.rows(
            Store.letterColumns + " from letter where submission_id = \(submission)" + own
                + " order by written_at, id"
        ).map(letterSummary)
    }

    /// The letter, when the person is whom it went to or works on the call with the committee's papers.
    public func letter(_ id: UUID, for person: PersonID) async throws -> KeptLetter {
        try await database.read { connection in
            let row = try connection.row(
                Store.letterColumns
                    + ", body, language, person_id, submission_id, call_id from letter where id = \(id)")
            guard let row else { throw Refusal.notFound }
            if try row.optionalID("person_id") as PersonID? != person {
                guard try isCommittee(towards: row, person, connection) else { throw Refusal.notFound }
            }
            return try keptLetter(row)
        }
    }

    /// Whether the person works, with the committee's papers, on what the letter speaks of.
    private func isCommittee(
        towards row: Row, _ person: PersonID, _ connection: Connection
    ) throws -> Bool {
        if let submission: SubmissionID = try row.optionalID("submission_id") {
            return Eyes(try dossier(submission, for: person, in: connection)).isCommittee
        }
        let view = try callView(ofLetter: row, for: person, in: connection)
        return view.actor.may(.readCommittee, in: view.programme)
    }

    func keptLetter(_ row: Row) throws -> KeptLetter {
        KeptLetter(
            summary: try letterSummary(row), body: try row.get("body"),
            language: Language(rawValue: try row.get("language")) ?? .thai)
    }

    private func letterSummary(_ row: Row) throws -> LetterSummary {
        guard let state = LetterState(rawValue: try row.get("state")) else {
            throw Fault.unreadable("a letter's state")
        }
        return LetterSummary(
            id: try row.get("id"), name: try row.get("name"), subject: try row.get("subject"),
            address: try row.get("address"), writtenAt: try row.instant("written_at"), state: state,
            sentAt: try row.optionalInstant("sent_at"), fault: try row.get("fault"))
    }

    static let letterColumns: SQL = "select id, name, subject, address, written_at, state, sent_at, fault"
}
