import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

@Suite("The version of what public pages show")
struct PublicVersionTests {
    /// Which versions a write raised: of the call's own pages, of the lists of calls.
    private func raised(
        _ home: FairHome, by write: () async throws -> Void
    ) async throws -> (call: Bool, calls: Bool) {
        func versions() throws -> (Int, Int) {
            (
                try home.store.publicVersion(of: .call(FairHome.handle)),
                try home.store.publicVersion(of: .calls)
            )
        }
        let before = try versions()
        try await write()
        let after = try versions()
        return (after.0 != before.0, after.1 != before.1)
    }

    @Test("rises with what they show of a submission, and with nothing else that happens to it")
    func submissions() async throws {
        try await FairHome.with { home in
            let id = try await home.start(0)
            let written = try await raised(home) {
                try await home.answer(id, 0, FairHome.answers("ไฟ"))
            }
            #expect(written == (false, false))
            // The page of the call says how many have been filed.
            let filed = try await raised(home) { try await home.act("submit", on: id, by: home.filers[0]) }
            #expect(filed == (true, false))
            let other = try await home.file(1)
            let withdrawn = try await raised(home) {
                try await home.act("withdraw", on: other, by: home.filers[1])
            }
            #expect(withdrawn == (true, false))
            let judged = try await raised(home) {
                try await home.act("pass", on: id, by: home.checker)
                try await home.assign(id, [0, 1])
                for judge in 0...1 { try await home.review(id, judge, impact: 3, novelty: 3) }
                try await home.act("win", on: id, by: home.officer)
            }
            #expect(judged == (false, false))
            let released = try await raised(home) {
                try await home.store.release(FairHome.handle, by: home.officer, at: FairHome.time(25))
            }
            #expect(released == (true, true))
        }
    }

    @Test("tells nothing of judging and of held decisions where what is judged is public")
    func secret() async throws {
        try await FairHome.with("seen") { home in
            // Two share the rank of the cut, which people decide about.
            _ = try await home.scored(1, (3, 3))
            let id = try await home.file(0)
            let shown = try await raised(home) { try await home.act("pass", on: id, by: home.checker) }
            #expect(shown == (true, true))
            let judged = try await raised(home) {
                try await home.assign(id, [0, 1, 2])
                for judge in 0...1 { try await home.review(id, judge, impact: 3, novelty: 3) }
                try await home.store.decide(
                    .declareConflict(round: "first", reason: "ญาติ"), on: id, by: home.judges[2],
                    at: FairHome.time(20))
                try await home.act("lose", on: id, by: home.officer, at: FairHome.time(21))
                try await home.store.decide(.takeBack, on: id, by: home.officer, at: FairHome.time(22))
                try await home.act("lose", on: id, by: home.officer, at: FairHome.time(23))
                try await home.grant("auditor", to: home.stranger)
            }
            #expect(judged == (false, false))
            #expect(try await home.store.hasPublicEntries(home.submission(id).call))
            let left = try await raised(home) {
                try await home.store.release(FairHome.handle, by: home.officer, at: FairHome.time(25))
            }
            #expect(left == (true, true))
            #expect(
                try await home.count("select count(*) as count from public_entry where id = \(id)") == 0)
        }
    }

    @Test("rises with what happens to a call, and not with what happens to another")
    func calls() async throws {
        try await FairHome.with { home in
            let other = try await raised(home) { try await home.openCall("other") }
            #expect(other == (false, true))
            let extended = try await raised(home) {
                try await home.store.decide(
                    .extend(to: FairHome.time(31, 23, 59, 59).adding(seconds: 86_400), reason: "น้ำท่วม"),
                    on: FairHome.handle, by: home.officer, at: FairHome.time(20))
            }
            #expect(extended == (true, true))
            #expect(try home.store.publicVersion(of: .call("nowhere")) >= 0)
        }
    }

    @Test("rises for every page when organisations change, and not when an import changes nothing")
    func organisations() async throws {
        try await FairHome.with { home in
            let header = LocalGovernment.columns.joined(separator: ",")
            func imports(_ name: String) async throws {
                let sheet = "\(header)\nT-0,TownMunicipality,\(name),Town,50,เชียงใหม่,Chiang Mai,,,\n"
                _ = try await home.store.importOrganisations(csv: Array(sheet.utf8), at: FairHome.time(2))
            }
            let first = try await raised(home) { try await imports("เทศบาลชื่อใหม่") }
            #expect(first == (true, true))
            let second = try await raised(home) { try await imports("เทศบาลชื่อใหม่") }
            #expect(second == (false, false))
        }
    }

    @Test("is seen at once by who asks after the write, in one statement")
    func glance() async throws {
        try await FairHome.with { home in
            let store = home.store
            for _ in 0..<20 {
                let before = try store.publicVersion(of: .calls)
                try await store.database.write { try $0.raise([.calls]) }
                #expect(try store.publicVersion(of: .calls) == before + 1)
            }
            let statements = await store.database.counting {
                _ = try? store.publicVersion(of: .call(FairHome.handle))
            }
            #expect(statements == 1)
        }
    }
}
