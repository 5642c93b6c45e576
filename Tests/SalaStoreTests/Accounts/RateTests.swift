import SalaDatabase
import SalaEngine
@testable import SalaStore
import SalaThai
import Testing

@Suite("Limits of tries")
struct RateTests {
    /// A multiple of 60 and of 900 seconds.
    let window = Instant(seconds: 1_699_999_200)

    @Test("A window takes its limit and says when the next begins; keys do not count for each other")
    func windows() async throws {
        try await AccountHome.with { home in
            func demand(_ key: String, after seconds: Int64) async throws {
                try await home.store.demandRate(key, limit: 3, per: 60, at: window.adding(seconds: seconds))
            }
            for second in [0, 20, 59] as [Int64] { try await demand("k", after: second) }
            await #expect(throws: RateRefusal(retryAfter: 1)) { try await demand("k", after: 59) }
            await #expect(throws: RateRefusal(retryAfter: 40)) { try await demand("k", after: 20) }
            try await demand("other", after: 59)
            for _ in 0..<3 { try await demand("k", after: 60) }
            await #expect(throws: RateRefusal(retryAfter: 60)) { try await demand("k", after: 60) }
            await #expect(throws: RateRefusal.self) {
                try await home.store.demandRate("none", limit: 0, per: 60, at: window)
            }
        }
    }

    @Test("Tries at the same time do not slip past the limit")
    func concurrent() async throws {
        try await AccountHome.with { home in
            let taken = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        do {
                            try await home.store.demandRate("k", limit: 7, per: 60, at: window)
                            return true
                        } catch is RateRefusal {
                            return false
                        }
                    }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(taken == 7)
        }
    }

    @Test("After ten wrong passwords an address waits, with the right one too; another address does not")
    func signInPerAddress() async throws {
        try await AccountHome.with { home in
            _ = try await home.person("a@example.go.th")
            _ = try await home.person("b@example.go.th")
            for _ in 0..<10 {
                await #expect(throws: AccountRefusal.wrongPassword) {
                    try await home.signIn("a@example.go.th", password: "wrong horse", at: window)
                }
            }
            await #expect(throws: RateRefusal(retryAfter: 900)) {
                try await home.signIn("A@example.go.th", at: window)
            }
            _ = try await home.signIn("b@example.go.th", at: window)
            _ = try await home.signIn("a@example.go.th", at: window.adding(seconds: 900))
        }
    }

    @Test("A right password forgives the wrong ones before it")
    func forgiven() async throws {
        try await AccountHome.with { home in
            _ = try await home.person("a@example.go.th")
            for _ in 0..<3 {
                for _ in 0..<9 {
                    _ = try? await home.signIn("a@example.go.th", password: "wrong horse", at: window)
                }
                _ = try await home.signIn("a@example.go.th", at: window)
            }
        }
    }

    @Test("One machine tries a hundred times in a quarter of an hour, over all addresses")
    func signInPerClient() async throws {
        try await AccountHome.with { home in
            for index in 0..<100 {
                await #expect(throws: AccountRefusal.wrongPassword) {
                    try await home.signIn("p\(index)@example.go.th", at: window)
                }
            }
            await #expect(throws: RateRefusal(retryAfter: 900)) {
                try await home.signIn("p100@example.go.th", at: window)
            }
        }
    }

    @Test("Neither addresses of people nor of machines can be read from the counts")
    func hashedKeys() async throws {
        try await AccountHome.with { home in
            _ = try? await home.signIn("a@example.go.th", at: window)
            let keys: [String] = try await home.store.database.read { connection in
                try connection.rows("select key from attempt").map { try $0.get("key") }
            }
            #expect(keys.count == 2)
            #expect(keys.allSatisfy { $0.utf8.count == 64 && $0.allSatisfy(\.isHexDigit) })
        }
    }
}
