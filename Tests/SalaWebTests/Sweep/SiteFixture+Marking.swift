import Foundation
import SalaDatabase
import SalaEngine
import Testing

@testable import SalaStore

extension SiteFixture {
    /// The entries of the call by their names, with the town that filed each.
    static let towns = [
        "draft": 4, "screening": 1, "correction": 2, "judging": 3, "held": 0, "selected": 8, "awarded": 9,
        "not-selected": 7, "rejected": 6, "withdrawn": 5,
    ]

    /// Changes the entry that came back, without filing it: a title, a telephone number, a file more and one
    /// less.
    ///
    /// - Returns: the file that was filed, and the one that was not.
    func correct() async throws -> (old: AttachmentID, new: AttachmentID) {
        let id = entry("correction")
        let filer = people.filers[2]
        let pages = SiteFixture.answers(title: EntryMark.newTitle.words, phone: EntryMark.newPhone.words)
        for (page, answers) in pages.prefix(2) {
            try await store.decide(.answer(page: page, answers), on: id, by: filer, at: clock.tick())
        }
        let old = try await attachment(of: "correction", to: "project_document")
        try await store.decide(.detach(old), on: id, by: filer, at: clock.tick())
        try await attach(
            EntryMark.newFile.words, SampleFiles.pdf("New"), "application/pdf", to: "project_document",
            of: id,
            by: filer)
        let names = try await submission(id).attachments.values
        return (old, try #require(names.first { $0.name == EntryMark.newFile.words }).id)
    }

    /// Everybody who opens entries; those inside become members of all the towns.
    func readers() async throws -> [EntryReader: PersonID] {
        func enrol(_ name: String) async throws -> PersonID {
            try await store.enrol(
                email: "\(name)@people.example", name: "คนในตัวอย่าง", language: .thai, at: clock.tick())
        }
        let officer = try await enrol("officer-inside")
        try await store.grantMembership(officer, people.office, role: .officer, at: clock.tick())
        let screener = try await enrol("screener-inside")
        try await store.decide(
            .grant(role: "screener", person: screener), on: SiteFixture.call, by: people[.officer],
            at: clock.tick())
        for person in [officer, screener, people.judges[2]] {
            for town in SiteFixture.towns.values {
                try await store.grantMembership(
                    person, people.towns[town], role: .member, at: clock.tick())
            }
        }
        return [
            .judge: people.judges[0], .screener: people[.screener], .chair: people[.chair],
            .officer: people[.officer], .officerInside: officer, .screenerInside: screener,
            .judgeInside: people.judges[2],
        ]
    }

    /// What may stand in an address for each name in braces, when the page is about that entry.
    func values(about name: String) async throws -> [String: [String]] {
        let id = entry(name)
        let whole = try #require(try await store.database.read { try store.anyDossier(id, for: nil, in: $0) })
        let attached = try await store.database.read { connection in
            try connection.events(of: id.uuid, call: whole.call.id, as: SubmissionEvent.self)
        }
        let letters = try await store.database.read { connection in
            try connection.rows("select id from letter where submission_id = \(id)").map {
                (try $0.get("id") as UUID).uuidString.lowercased()
            }
        }
        return [
            "call": [SiteFixture.call], "submission": [id.description],
            "page": whole.programme.form.pages.map(\.name),
            "action": whole.programme.workflow.actions.map(\.name),
            "round": whole.programme.rounds.map(\.name), "letter": letters,
            "number": whole.submission.number.map { [$0] } ?? [],
            "code": whole.receipt.map { [$0] } ?? [],
            "attachment": attached.compactMap { event in
                if case .attached(let file) = event.body { file.id.description } else { nil }
            },
        ]
    }
}

extension AccessTable {
    /// The addresses that a route has under those values; none where one of its names has no value.
    static func addresses(_ route: String, _ values: [String: [String]]) -> [String] {
        guard let match = route.firstMatch(of: /\{([a-z]+)\}/) else { return [route] }
        return (values[String(match.output.1)] ?? []).flatMap { value in
            addresses(route.replacingCharacters(in: match.range, with: value), values)
        }
    }
}
