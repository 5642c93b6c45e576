import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

@Suite("A correction that is not filed yet")
struct UnfiledTests {
    /// An entry that came back, with what its filer has changed since.
    private struct Returned {
        var id: SubmissionID
        /// Named by what was filed, taken away since.
        var old: AttachmentID
        /// Attached since.
        var new: AttachmentID
    }

    private func returned(_ home: FairHome) async throws -> Returned {
        let id = try await home.start(0)
        try await home.answer(
            id, 0, ["title": .text("ไฟเดิม"), "story": .text("เรื่องเดิม"), "kind": .text("lamp")])
        let old = try await home.attach("old.pdf", to: "plan", of: id, 0)
        try await home.act("submit", on: id, by: home.filers[0])
        try await home.act("return", FairHome.returnInput, on: id, by: home.checker)
        try await home.store.decide(.detach(old), on: id, by: home.filers[0], at: FairHome.time(16))
        let new = try await home.attach("new.pdf", to: "plan", of: id, 0, at: FairHome.time(16))
        try await home.answer(
            id, 0, ["title": .text("ไฟใหม่"), "kind": .text("road"), "people": .text("7")],
            at: FairHome.time(16))
        return Returned(id: id, old: old, new: new)
    }

    private func opens(_ file: AttachmentID, _ entry: Returned, _ person: PersonID, _ home: FairHome)
        async throws -> Bool
    {
        do {
            return try await home.store.attachment(file, of: entry.id, for: person).0.id == file
        } catch Refusal.notFound {
            return false
        }
    }

    @Test("is its filer's alone: everybody else reads what was filed, files and all")
    func dossiers() async throws {
        try await FairHome.with { home in
            let entry = try await returned(home)
            let colleague = try await home.store.enrol(
                email: "colleague@example.go.th", name: "Demo colleague", language: .thai,
                at: FairHome.time(1))
            try await home.store.grantMembership(
                colleague, home.towns[0], role: .member, at: FairHome.time(1))
            for person in [home.filers[0], colleague] {
                let own = try await home.store.dossier(entry.id, for: person)
                #expect(own.title == "ไฟใหม่" && own.isOwn)
                #expect(own.submission.answers["people"] == .text("7"))
                #expect(own.submission.filedAnswers?["title"] == .text("ไฟเดิม"))
                #expect(try await opens(entry.new, entry, person, home))
                #expect(try await opens(entry.old, entry, person, home))
            }
            for person in [home.checker, home.officer] {
                let seen = try await home.store.dossier(entry.id, for: person)
                #expect(seen.title == "ไฟเดิม" && !seen.isOwn)
                #expect(seen.submission.answers == seen.submission.filedAnswers)
                #expect(seen.submission.answers["plan"] == .list([entry.old.description]))
                #expect(Array(seen.submission.attachments.keys) == [entry.old])
                #expect(seen.showing(at: FairHome.time(16)).answers["people"] == nil)
                #expect(try await opens(entry.old, entry, person, home))
                #expect(try await opens(entry.new, entry, person, home) == false)
                let view = try await home.store.submission(entry.id, for: person, at: FairHome.time(16))
                #expect(view.dossier.submission.answers == seen.submission.answers)
                #expect(!view.events.contains { $0.body.kind == "answered" || $0.body.kind == "attached" })
            }
        }
    }

    @Test("stands in no list, facet or search of others until it is filed")
    func lists() async throws {
        try await FairHome.with { home in
            let entry = try await returned(home)
            func found(_ text: String) async throws -> [String] {
                var filter = SubmissionFilter()
                filter.text = text
                return try await home.store.desk(FairHome.handle, for: home.checker, filter)
                    .listing.entries.map(\.title)
            }
            func kinds() async throws -> [String] {
                try await home.store.deskFacets(FairHome.handle, for: home.checker, SubmissionFilter())
                    .counts.filter { $0.facet == .question("kind") }.map(\.value)
            }
            #expect(try await found("") == ["ไฟเดิม"])
            #expect(try await found("ใหม่") == [])
            #expect(try await kinds() == ["lamp"])
            let rows = try await home.store.submissionRows(
                of: [entry.id], under: FairHome.handle, for: home.checker)
            #expect(rows.map(\.title) == ["ไฟเดิม"])
            #expect(try await home.store.ownSubmissions(of: home.filers[0]).map(\.row.title) == ["ไฟใหม่"])
            try await home.act("resubmit", on: entry.id, by: home.filers[0], at: FairHome.time(17))
            #expect(try await found("ใหม่") == ["ไฟใหม่"])
            #expect(try await kinds() == ["road"])
        }
    }

    @Test("is read by all once it is filed, and then nobody opens the file that was taken away")
    func filed() async throws {
        try await FairHome.with { home in
            let entry = try await returned(home)
            #expect(try await home.count("select count(*) as count from attachment") == 2)
            try await home.act("resubmit", on: entry.id, by: home.filers[0], at: FairHome.time(17))
            let seen = try await home.store.dossier(entry.id, for: home.checker)
            #expect(seen.title == "ไฟใหม่")
            let filings = try await home.store.filings(of: entry.id, for: home.checker).filings
            #expect(filings.map { $0.answers["title"] } == [.text("ไฟเดิม"), .text("ไฟใหม่")])
            for person in [home.checker, home.filers[0]] {
                #expect(try await opens(entry.new, entry, person, home))
                #expect(try await opens(entry.old, entry, person, home) == false)
            }
            let kept = "select count(*) as count from attachment where state = 'filed'" as SQL
            #expect(try await home.count(kept) == 2)
        }
    }

    @Test("is named by no letter, for the committee reads the filer's letters too")
    func letters() async throws {
        try await FairHome.with { home in
            let entry = try await returned(home)
            try await home.store.fallDue(at: FairHome.time(23))
            #expect(try await home.submission(entry.id).stage == "lapsed")
            let letter = try #require(try await home.store.outbox(limit: 1).letters.first)
            #expect(letter.summary.name == "lapsed" && letter.body.contains("title=ไฟเดิม"))
        }
    }
}
