import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

@Suite("What was filed, each time that it was")
struct FilingHistoryTests {
    /// Mended and filed again on that day.
    private func refile(
        _ id: SubmissionID, _ title: String, day: Int, _ home: FairHome
    ) async throws {
        try await home.act("return", FairHome.returnInput, on: id, by: home.checker, at: FairHome.time(day))
        try await home.answer(id, 0, FairHome.answers(title), at: FairHome.time(day))
        try await home.act("resubmit", on: id, by: home.filers[0], at: FairHome.time(day))
    }

    @Test(
        "is told in its order, with files that nobody opens any more, at the same cost for one as for three"
    )
    func filings() async throws {
        try await FairHome.with { home in
            let id = try await home.start(0)
            try await home.answer(id, 0, FairHome.answers("หนึ่ง"))
            let plan = try await home.attach("plan.pdf", to: "plan", of: id, 0)
            try await home.act("submit", on: id, by: home.filers[0])
            func statements() async -> Int {
                await home.store.database.counting {
                    _ = try? await home.store.filings(of: id, for: home.checker)
                }
            }
            let once = await statements()
            try await refile(id, "สอง", day: 16, home)
            try await home.act(
                "return", FairHome.returnInput, on: id, by: home.checker, at: FairHome.time(17))
            try await home.store.decide(.detach(plan), on: id, by: home.filers[0], at: FairHome.time(17))
            try await home.act("resubmit", on: id, by: home.filers[0], at: FairHome.time(17))
            for person in [home.checker, home.filers[0]] {
                let history = try await home.store.filings(of: id, for: person)
                #expect(
                    history.filings.map { $0.answers["title"] } == [
                        .text("หนึ่ง"), .text("สอง"), .text("สอง"),
                    ])
                #expect(history.filings.map(\.at) == [15, 16, 17].map { FairHome.time($0) })
                #expect(history.filings.map { $0.answers["plan"] != nil } == [true, true, false])
                #expect(history.files.values.map(\.name) == ["plan.pdf"])
                #expect(history.dossier.submission.attachments.isEmpty)
            }
            #expect(await statements() == once)
        }
    }

    @Test(
        "is told without what is kept from the reader, and to nobody who may not see the submission"
    )
    func privates() async throws {
        try await FairHome.with("private") { home in
            let id = try await home.start(0)
            try await home.answer(id, 0, FairHome.answers("ไฟ", ["phone": .text("0817770001")]))
            _ = try await home.attach("plan.pdf", to: "plan", of: id, 0)
            try await home.act("submit", on: id, by: home.filers[0])
            let seen = try await home.store.filings(of: id, for: home.checker)
            #expect(seen.filings[0].answers["title"] == .text("ไฟ"))
            #expect(seen.filings[0].answers["phone"] == nil && seen.filings[0].answers["plan"] == nil)
            #expect(seen.files.isEmpty)
            await #expect(throws: Refusal.notFound) {
                try await home.store.filings(of: id, for: home.filers[1])
            }
        }
    }
}
