import SalaDatabase
import SalaEngine
@testable import SalaStore
import SalaThai
import Testing

@Suite("Resetting a password")
struct ResetTests {
    let start = AccountHome.start

    private func ask(_ email: String, _ home: AccountHome, at now: Instant) async throws -> [AccountFault] {
        try await home.store.askReset(email: email, client: "192.0.2.1", at: now)
    }

    @Test("The link sets the password once and ends every session")
    func resets() async throws {
        try await AccountHome.with { home in
            _ = try await home.person("a@example.go.th")
            let session = try await home.signIn("a@example.go.th")
            #expect(try await ask("A@example.go.th", home, at: start) == [])
            let secret = try await home.newestSecret(to: "a@example.go.th")
            #expect(try await home.store.isReset(secret, at: start))
            #expect(
                try await home.store.reset(secret, newPassword: "short", at: start) == [.passwordTooShort(10)]
            )
            #expect(try await home.store.reset(secret, newPassword: "a fresh password", at: start) == [])
            #expect(try await home.store.visitor(session.token, at: start) == nil)
            _ = try await home.signIn("a@example.go.th", password: "a fresh password")
            await #expect(throws: AccountRefusal.wrongPassword) { try await home.signIn("a@example.go.th") }
            await #expect(throws: AccountRefusal.linkSpent) {
                try await home.store.reset(secret, newPassword: "a third password", at: start)
            }
        }
    }

    @Test("The link holds for an hour, and a link for one purpose does not serve another")
    func expires() async throws {
        try await AccountHome.with { home in
            _ = try await home.register("a@example.go.th")
            let verification = try await home.newestSecret(to: "a@example.go.th")
            _ = try await ask("a@example.go.th", home, at: start)
            let reset = try await home.newestSecret(to: "a@example.go.th")
            await #expect(throws: AccountRefusal.linkSpent) {
                try await home.store.reset(verification, newPassword: "a fresh password", at: start)
            }
            await #expect(throws: AccountRefusal.linkSpent) { try await home.store.verify(reset, at: start) }
            await #expect(throws: AccountRefusal.linkSpent) {
                try await home.store.reset(
                    reset, newPassword: "a fresh password", at: start.adding(seconds: 3600))
            }
            let inTime = start.adding(seconds: 3599)
            #expect(try await home.store.reset(reset, newPassword: "a fresh password", at: inTime) == [])
            _ = try await home.signIn("a@example.go.th", password: "a fresh password", at: inTime)
        }
    }

    @Test("A reset confirms the address and does not repeat a name that a stranger may have given")
    func unconfirmed() async throws {
        try await AccountHome.with { home in
            _ = try await home.register("a@example.go.th", name: "Visit evil.example")
            _ = try await ask("a@example.go.th", home, at: start)
            let letter = try #require(try await home.letters(to: "a@example.go.th").last)
            #expect(letter.contains("person=a@example.go.th"))
            #expect(!letter.contains("evil"))
        }
    }

    @Test("An unknown address gets the same answer and no letter, and is counted like a known one")
    func unknown() async throws {
        try await AccountHome.with { home in
            let hour = Instant(seconds: 1_700_000_000 / 3600 * 3600)
            for _ in 0..<3 {
                let faults = try await ask("nobody@example.go.th", home, at: hour)
                #expect(faults == [])
            }
            #expect(try await home.count("select count(*) as count from letter") == 0)
            await #expect(throws: RateRefusal(retryAfter: 3600)) {
                try await ask("nobody@example.go.th", home, at: hour)
            }
            #expect(try await ask("nobody", home, at: hour) == [.emailInvalid])
        }
    }
}
