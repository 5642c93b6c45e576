import SalaEngine
import Testing

@testable import SalaStore

@Suite("Versions of a programme")
struct VersionTests {
    private func newest(_ home: FairHome) async throws -> (id: VersionID, number: Int) {
        let published = try await home.store.publishedProgrammes()
        #expect(published.map(\.programme.name) == [Fair.name])
        let first = try #require(published.first)
        return (first.id, first.number)
    }

    @Test("are made when the files change, and only then")
    func publishing() async throws {
        try await FairHome.with { home in
            let first = try await newest(home)
            #expect(first.number == 1)
            #expect(
                try await home.store.publish(programme: Fair.name, files: "1", at: FairHome.time(2))
                    == first.id)
            let second = try await home.store.publish(programme: Fair.name, files: "2", at: FairHome.time(3))
            #expect(try await newest(home).id == second)
            #expect(try await newest(home).number == 2)
        }
    }

    @Test("go on when files are changed back: what holds is what the folder says")
    func reverting() async throws {
        try await FairHome.with { home in
            try await home.store.publish(programme: Fair.name, files: "limited", at: FairHome.time(2))
            try await home.store.publish(programme: Fair.name, files: "1", at: FairHome.time(3))
            #expect(try await newest(home).number == 3)
            #expect(try await home.store.publishedProgrammes().first?.programme.filing.limit == nil)
        }
    }

    @Test("stay with the call and the submissions that began under them")
    func pinned() async throws {
        try await FairHome.with { home in
            let first = try await newest(home).id
            let id = try await home.start(0)
            let second = try await home.store.publish(
                programme: Fair.name, files: "limited", at: FairHome.time(14))
            try await home.answer(id, 0, FairHome.answers("ก"))
            try await home.act("submit", on: id, by: home.filers[0])
            #expect(try await home.submission(id).version == first)
            let another = try await home.file(0)
            #expect(try await home.submission(another).version == first)
            try await home.openCall("newer")
            let newer = try await home.store.call("newer", for: home.officer)
            #expect(newer.call.version == second)
            #expect(newer.programme.filing.limit == 1)
            #expect(try await home.store.call(FairHome.handle, for: nil).programme.filing.limit == nil)
        }
    }
}
