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
    /// Whom it went to, where letters to others are listed too.
    public var recipient: PersonID?
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
    /// The submission that it speaks of, where it is read alone and its reader may see that.
    public var submission: SubmissionID?
    /// The handle of the call whose letters, this one among them, its reader may list; nil in a list.
    public var listedUnder: String?
}

extension Store {
    func letterSummaries(
        of submission: SubmissionID, for person: PersonID?, _ connection: Connection
    ) throws -> [LetterSummary] {
        let own: SQL = person.map { " and person_id = \($0)" } ?? ""
        let rows = try connection.rows(
            Store.letterColumns + ", person_id from letter where submission_id = \(submission)" + own
                + " order by written_at, id")
        return try rows.map { row in
            var summary = try letterSummary(row)
            if person == nil { summary.recipient = try row.optionalID("person_id") }
            return summary
        }
    }

    /// The letter, when the person is whom it went to or works on the call with the committee's papers; with
    /// what it belongs to, as far as the person may see that.
    public func letter(_ id: UUID, for person: PersonID) async throws -> KeptLetter {
        try await database.read { connection in
            let row = try connection.row(
                Store.letterColumns
                    + ", body, language, person_id, submission_id, call_id from letter where id = \(id)")
            guard let row else { throw Refusal.notFound }
            let place = try place(of: row, for: person, connection)
            let isOwn = try row.optionalID("person_id") as PersonID? == person
            guard isOwn || place?.isCommittee == true else { throw Refusal.notFound }
            var letter = try keptLetter(row)
            letter.submission = place?.submission
            letter.listedUnder = place?.call
            return letter
        }
    }

    private typealias LetterPlace = (submission: SubmissionID?, call: String?, isCommittee: Bool)

    /// What the letter speaks of, the call if the person may manage it, and whether the person works there
    /// with the committee's papers; nil where the person may see nothing of it.
    private func place(
        of row: Row, for person: PersonID, _ connection: Connection
    ) throws -> LetterPlace? {
        do {
            if let submission: SubmissionID = try row.optionalID("submission_id") {
                let dossier = try dossier(submission, for: person, in: connection)
                let isManager = dossier.actor.may(.manageCall, in: dossier.programme)
                return (submission, isManager ? dossier.call.handle : nil, Eyes(dossier).isCommittee)
            }
            let view = try callView(ofLetter: row, for: person, in: connection)
            return (nil, view.call.handle, view.actor.may(.readCommittee, in: view.programme))
        } catch is Refusal {
            return nil
        }
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
