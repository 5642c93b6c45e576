import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

@Suite("Work that is secret while it is done")
struct SecretWorkTests {
    @Test("moves nothing up in the lists of those who may not know of it")
    func order() async throws {
        try await FairHome.with { home in
            // One person files for two towns.
            try await home.store.grantMembership(
                home.filers[0], home.towns[1], role: .member, at: FairHome.time(1))
            let first = try await home.judged(0, judges: [0, 1])
            let second = try await home.judged(1, judges: [0])
            func lists() async throws -> [[SubmissionID]] {
                var filter = SubmissionFilter()
                filter.order = .moved
                let desk = try await home.store.desk(FairHome.handle, for: home.checker, filter)
                let own = try await home.store.ownSubmissions(of: home.filers[0]).map(\.row.id)
                return [desk.listing.entries.map(\.id), own.filter { $0 == first || $0 == second }]
            }
            let before = try await lists()
            let times = try await times(home, first)
            for judge in 0..<2 { try await home.review(first, judge, impact: 5, novelty: 5) }
            try await home.act("win", on: first, by: home.officer, at: FairHome.time(21))
            #expect(try await lists() == before)
            #expect(try await self.times(home, first) == times)
            // What takes effect is seen by all.
            try await home.store.release(FairHome.handle, by: home.officer, at: FairHome.time(22))
            #expect(try await lists() == [[first, second], [first, second]])
            #expect(try await self.times(home, first) != times)
        }
    }

    private func times(_ home: FairHome, _ id: SubmissionID) async throws -> [Int] {
        try await home.store.database.read { connection in
            let row = try #require(
                try connection.row("select moved_at, updated_at from submission where id = \(id)"))
            return [try row.get("moved_at"), try row.get("updated_at")]
        }
    }
}
