import SalaDatabase
import SalaEngine
@testable import SalaStore
import SalaThai
import Testing

@Suite("Purging accounts")
struct PurgeTests {
    let start = AccountHome.start

    @Test("What has ended goes, what is alive stays")
    func purges() async throws {
        try await AccountHome.with { home in
            _ = try await home.register("a@example.go.th")
            let person = try await home.enrol("b@example.go.th")
            _ = try await home.store.signInDemo(person, agent: "", at: start)
            let key = try #require(RepeatKey("a", csrf: "b", path: "/c"))
            try await home.store.keepAnswer("/d", to: key, at: start)
            func counts() async throws -> [Int] {
                try await [
                    home.count("select count(*) as count from session"),
                    home.count("select count(*) as count from link"),
                    home.count("select count(*) as count from attempt"),
                    home.count("select count(*) as count from answered"),
                ]
            }
            try await home.store.purgeAccounts(at: start.adding(seconds: 6_399))
            #expect(try await counts() == [1, 1, 2, 1])
            let later = start.adding(seconds: 3 * 86_400)
            let fresh = try await home.store.signInDemo(person, agent: "", at: later)
            try await home.store.purgeAccounts(at: later)
            #expect(try await counts() == [1, 0, 0, 0])
            #expect(try await home.store.visitor(fresh.token, at: later) != nil)
        }
    }

    @Test("The words of a sent letter go with its link, those of a waiting letter stay")
    func letters() async throws {
        try await AccountHome.with { home in
            for email in ["a@example.go.th", "b@example.go.th"] { _ = try await home.register(email) }
            try await home.store.database.write { connection in
                try connection.execute(
                    "update letter set state = 'sent', sent_at = \(start) where address = 'a@example.go.th'")
            }
            func written() async throws -> [String] {
                try await home.store.database.read { connection in
                    try connection.rows("select address from letter where body <> '' order by address")
                        .map { try $0.get("address") }
                }
            }
            try await home.store.purgeAccounts(at: start.adding(seconds: 86_399))
            #expect(try await written() == ["a@example.go.th", "b@example.go.th"])
            try await home.store.purgeAccounts(at: start.adding(seconds: 86_400))
            #expect(try await written() == ["b@example.go.th"])
        }
    }
}
