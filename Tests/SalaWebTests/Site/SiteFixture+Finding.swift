import Foundation
import SalaDatabase
import SalaEngine
import Testing

@testable import SalaStore

extension SiteFixture {
    func dossier(_ name: String) async throws -> Dossier {
        try await store.dossier(entry(name), for: people[.officer])
    }

    /// What the database holds, for no eyes in particular.
    func submission(_ id: SubmissionID) async throws -> Submission {
        let found = try await store.database.read { try store.anyDossier(id, for: nil, in: $0)?.submission }
        return try #require(found)
    }

    func number(of name: String) async throws -> String {
        try #require(await dossier(name).submission.number)
    }

    func receipt(of name: String) async throws -> String {
        try #require(await dossier(name).receipt)
    }

    func attachment(of name: String, to question: String) async throws -> AttachmentID {
        let attachments = try await dossier(name).submission.attachments.values
        return try #require(attachments.first { $0.question == question }).id
    }

    /// The newest letter of that name, about that entry or about any.
    func letter(_ name: String, of entry: String? = nil) async throws -> UUID {
        try await letter(name, of: entry.map { self.entry($0) })
    }

    func letter(_ name: String, of submission: SubmissionID?) async throws -> UUID {
        let about: SQL = submission.map { "submission_id = \($0)" } ?? "1 = 1"
        let row = try await store.database.read { connection in
            try connection.row(
                "select id from letter where name = \(name) and " + about
                    + " order by written_at desc limit 1")
        }
        return try #require(try row?.get("id"))
    }

    /// Marks a letter as one that was given up, as often as it is asked.
    func refuseLetter(_ name: String, of entry: String) async throws {
        let id = try await letter(name, of: entry)
        try await store.database.write { connection in
            try connection.execute("delete from letter_note where letter_id = \(id)")
            try connection.execute("update letter set state = 'sending' where id = \(id)")
        }
        let letter = OutgoingLetter(
            id: id, address: "", language: .thai, subject: "", body: "", writtenAt: clock.now, attempts: 1)
        try await store.report(.refused("550 5.1.1 No such reader here"), of: letter, at: clock.now)
    }

    /// Where the newest letter of that name about an account leads.
    func link(in name: AccountLetters.Name) async throws -> String {
        let letters = try await store.outbox(limit: 200).letters
        return try #require(letters.first { $0.summary.name == name.rawValue }).body
    }

    /// Where the invitation leads that was sent to that address.
    func invitation(to address: String) async throws -> String {
        let row = try await store.database.read { connection in
            try connection.row(
                """
                select body from letter where name = 'invitation' and address = \(address)
                order by written_at desc limit 1
                """)
        }
        return try #require(try row?.get("body"))
    }

    /// Asks for an account and for a new password, so that there are links to follow.
    func askForLinks() async throws {
        _ = try await store.register(
            email: "new@people.example", name: "ผู้สมัคร (ตัวอย่าง)", password: "correct horse battery",
            language: .thai, client: "", at: clock.tick())
        _ = try await store.askReset(email: "citizen@people.example", client: "", at: clock.tick())
    }
}
