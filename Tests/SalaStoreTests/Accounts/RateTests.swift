import Foundation
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
                try await home.demand(key, limit: 3, at: window.adding(seconds: seconds))
            }
            for second in [0, 20, 59] as [Int64] { try await demand("k", after: second) }
            await #expect(throws: RateRefusal(retryAfter: 1)) { try await demand("k", after: 59) }
            await #expect(throws: RateRefusal(retryAfter: 40)) { try await demand("k", after: 20) }
            try await demand("other", after: 59)
            for _ in 0..<3 { try await demand("k", after: 60) }
            await #expect(throws: RateRefusal(retryAfter: 60)) { try await demand("k", after: 60) }
            await #expect(throws: RateRefusal.self) {
                try await home.demand("none", limit: 0, at: window)
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
                            try await home.demand("k", limit: 7, at: window)
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

    @Test("Who signs in leaves the machine its tries: an office of many signs in, and wrong passwords count")
    func signInsUncounted() async throws {
        try await AccountHome.with { home in
            _ = try await home.person("a@example.go.th")
            for _ in 0..<101 { _ = try await home.signIn("a@example.go.th", at: window) }
            for index in 0..<100 {
                await #expect(throws: AccountRefusal.wrongPassword) {
                    try await home.signIn("p\(index)@example.go.th", at: window)
                }
                // One's own right password buys no more wrong ones.
                if index < 99 { _ = try await home.signIn("a@example.go.th", at: window) }
            }
            await #expect(throws: RateRefusal(retryAfter: 900)) {
                try await home.signIn("a@example.go.th", at: window)
            }
        }
    }

    @Test("All addresses of an IPv6 network of 64 bits are one machine, and so is an IPv4 address")
    func networks() async throws {
        try await AccountHome.with { home in
            func tried(_ client: String) async throws -> Bool {
                do {
                    _ = try await home.store.signIn(
                        email: "p\(UUID().uuidString)@example.go.th", password: "wrong horse", agent: "",
                        client: client, at: window)
                } catch is RateRefusal {
                    return false
                } catch AccountRefusal.wrongPassword {}
                return true
            }
            for index in 0..<100 {
                let first = String(index, radix: 16), second = String(index % 7, radix: 16)
                let isTaken = try await tried("2001:db8:1:2:\(first):\(second):0:1")
                #expect(isTaken)
            }
            #expect(try await !tried("2001:0DB8:0001:0002::ffff"))
            #expect(try await tried("2001:db8:1:3::1"))
            for _ in 0..<50 {
                #expect(try await tried("::ffff:192.0.2.7"))
                #expect(try await tried("192.0.2.7"))
            }
            #expect(try await !tried("192.0.2.7"))
            #expect(try await tried("192.0.2.8"))
        }
    }

    @Test("Wrong passwords from elsewhere stop neither a browser that has signed in nor a change of password")
    func knownBrowser() async throws {
        try await AccountHome.with { home in
            let person = try await home.person("a@example.go.th")
            func signIn(_ password: String, browser: String?) async throws {
                _ = try await home.store.signIn(
                    email: "a@example.go.th", password: password, agent: "", client: "192.0.2.1",
                    browser: browser, at: window)
            }
            for _ in 0..<10 {
                await #expect(throws: AccountRefusal.wrongPassword) {
                    try await signIn("wrong horse", browser: nil)
                }
            }
            await #expect(throws: RateRefusal(retryAfter: 900)) {
                try await signIn("correct horse", browser: nil)
            }
            try await signIn("correct horse", browser: "own")
            let visitor = try await home.visitor(person, at: window)
            #expect(
                try await home.store.changePassword(
                    of: visitor, from: "correct horse", to: "another long phrase", at: window) == [])
            // That browser too has only so many tries.
            for _ in 0..<10 {
                await #expect(throws: AccountRefusal.wrongPassword) {
                    try await signIn("wrong horse", browser: "own")
                }
            }
            await #expect(throws: RateRefusal(retryAfter: 900)) {
                try await signIn("another long phrase", browser: "own")
            }
        }
    }

    @Test("A browser is known under the address it was used for alone, and cannot be made up")
    func browserSeal() throws {
        let seal = BrowserSeal(key: Array(repeating: 7, count: 32))
        let cookie = seal.cookie(for: " Somchai@Example.go.th ")
        let browser = try #require(seal.browser(of: cookie, for: "somchai@example.go.th"))
        #expect(seal.browser(of: cookie, for: "somying@example.go.th") == nil)
        #expect(seal.browser(of: "\(browser).x", for: "somchai@example.go.th") == nil)
        #expect(seal.browser(of: "x\(cookie)", for: "somchai@example.go.th") == nil)
        #expect(seal.browser(of: "", for: "") == nil)
        let other = BrowserSeal(key: Array(repeating: 8, count: 32))
        #expect(other.browser(of: cookie, for: "somchai@example.go.th") == nil)
        #expect(seal.cookie(for: "a@example.go.th") != seal.cookie(for: "a@example.go.th"))
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

extension AccountHome {
    /// One try of so many a minute.
    fileprivate func demand(_ key: String, limit: Int, at now: Instant) async throws {
        try await store.database.write { connection in
            try connection.demand(RateLimit(key: key, limit: limit, seconds: 60), at: now)
        }
    }
}
