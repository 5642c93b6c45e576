import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

@Suite("What is kept for the public")
struct PublicEntryTests {
    private func won(_ home: FairHome, _ town: Int) async throws -> SubmissionID {
        let id = try await home.scored(town, (3, 3))
        try await home.act("win", on: id, by: home.officer)
        try await home.store.release(FairHome.handle, by: home.officer, at: FairHome.time(25))
        return id
    }

    private func titles(_ home: FairHome) async throws -> [String] {
        try await home.store.register(FairHome.handle, SubmissionFilter()).entries.entries.map(\.title)
    }

    @Test("is written anew for what was public before it was kept")
    func missing() async throws {
        try await FairHome.with { home in
            _ = try await won(home, 0)
            let before = try await home.store.registerEntry(FairHome.handle, number: "F-2564-0001").1
            let version = try home.store.publicVersion(of: .call(FairHome.handle))
            try await home.store.database.write { try $0.execute("delete from public_entry") }
            #expect(try await titles(home) == [])
            try await home.store.refreshSearch()
            #expect(try await titles(home) == ["งานที่ 0"])
            let after = try await home.store.registerEntry(FairHome.handle, number: "F-2564-0001").1
            #expect(after.answers == before.answers && after.card.since == before.card.since)
            #expect(try home.store.publicVersion(of: .call(FairHome.handle)) > version)
            let unchanged = try home.store.publicVersion(of: .call(FairHome.handle))
            try await home.store.refreshSearch()
            #expect(try home.store.publicVersion(of: .call(FairHome.handle)) == unchanged)
        }
    }

    @Test("goes when a submission leaves where it is public")
    func leaving() async throws {
        try await FairHome.with { home in
            let id = try await won(home, 0)
            try await home.store.database.write { connection in
                var dossier = try #require(try home.store.anyDossier(id, for: nil, in: connection))
                dossier.submission.stage = "lost"
                try home.store.showPublicly(dossier, moved: true, in: connection)
            }
            #expect(try await titles(home) == [])
            #expect(try await home.count("select count(*) as count from public_entry") == 0)
            await #expect(throws: Refusal.notFound) {
                try await home.store.registerEntry(FairHome.handle, number: "F-2564-0001")
            }
        }
    }

    @Test("holds no answer that the register does not name")
    func secrets() async throws {
        try await FairHome.with { home in
            let id = try await home.start(0)
            let answers = FairHome.answers("ไฟ", ["phone": .text("0899999999")])
            try await home.answer(id, 0, answers)
            try await home.act("submit", on: id, by: home.filers[0])
            try await home.act("pass", on: id, by: home.checker)
            try await home.assign(id, [0, 1])
            for judge in 0...1 { try await home.review(id, judge, impact: 3, novelty: 3) }
            try await home.act("win", on: id, by: home.officer)
            try await home.store.release(FairHome.handle, by: home.officer, at: FairHome.time(25))
            let rows = try await home.store.database.read { try $0.rows("select * from public_entry") }
            #expect(rows.count == 1)
            let kept = String(describing: rows)
            #expect(kept.contains("ไฟ") && !kept.contains("0899999999"))
            #expect(!kept.contains("ลับเฉพาะกรรมการ") && !kept.contains(home.judges[0].description))
        }
    }
}
