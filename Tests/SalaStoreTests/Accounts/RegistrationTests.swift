import SalaDatabase
import SalaEngine
@testable import SalaStore
import SalaThai
import Testing

@Suite("Registration")
struct RegistrationTests {
    let start = AccountHome.start

    @Test("A letter with a link opens the account, which then signs in")
    func registers() async throws {
        try await AccountHome.with { home in
            #expect(
                try await home.register(" Somchai@Example.go.th ") == .letterSent(to: "somchai@example.go.th")
            )
            let letters = try await home.letters(to: "somchai@example.go.th")
            #expect(letters.count == 1)
            #expect(letters[0].hasPrefix("verify-email th: link=https://sala.example/verify-email/"))
            #expect(!letters[0].contains("Somchai Demo"))
            let secret = try await home.newestSecret(to: "somchai@example.go.th")
            #expect(secret.utf8.count == 43)
            #expect(try await home.count("select count(*) as count from link where hash = \(secret)") == 0)
            #expect(try await home.store.isVerification(secret, at: start))
            let person = try await home.store.verify(secret, at: start)
            #expect(try await home.signIn("SOMCHAI@example.go.th").person == person)
        }
    }

    @Test("A link opens an account once, and within a day")
    func links() async throws {
        try await AccountHome.with { home in
            _ = try await home.register("a@example.go.th")
            let secret = try await home.newestSecret(to: "a@example.go.th")
            await #expect(throws: AccountRefusal.linkSpent) {
                try await home.store.verify(secret, at: start.adding(seconds: 86_400))
            }
            #expect(try await !home.store.isVerification(secret, at: start.adding(seconds: 86_400)))
            try await home.store.verify(secret, at: start.adding(seconds: 86_399))
            for link in [secret, "", "nothing"] {
                await #expect(throws: AccountRefusal.linkSpent) {
                    try await home.store.verify(link, at: start.adding(seconds: 86_399))
                }
            }
        }
    }

    @Test("A known address gets the same answer, and a letter that says that it is known")
    func alreadyRegistered() async throws {
        try await AccountHome.with { home in
            _ = try await home.person("a@example.go.th")
            let outcome = try await home.register(
                "A@example.go.th", password: "other password", name: "Eve Demo")
            #expect(outcome == .letterSent(to: "a@example.go.th"))
            let letter = try #require(try await home.letters(to: "a@example.go.th").last)
            #expect(letter.hasPrefix("already-registered th: "))
            #expect(letter.contains("person=Somchai Demo"))
            _ = try await home.signIn("a@example.go.th")
            await #expect(throws: AccountRefusal.wrongPassword) {
                try await home.signIn("a@example.go.th", password: "other password")
            }
        }
    }

    @Test("A link opens the account with the password that was typed for it, and stops all other links")
    func strangersRegistration() async throws {
        try await AccountHome.with { home in
            _ = try await home.register("a@example.go.th", password: "strangers own")
            let strangers = try await home.newestSecret(to: "a@example.go.th")
            _ = try await home.register("a@example.go.th", at: start.adding(seconds: 1))
            let own = try await home.newestSecret(to: "a@example.go.th")
            _ = try await home.register(
                "a@example.go.th", password: "strangers own", at: start.adding(seconds: 2))
            try await home.store.verify(own, at: start.adding(seconds: 3))
            _ = try await home.signIn("a@example.go.th", at: start.adding(seconds: 3))
            await #expect(throws: AccountRefusal.linkSpent) {
                try await home.store.verify(strangers, at: start.adding(seconds: 4))
            }
            await #expect(throws: AccountRefusal.wrongPassword) {
                try await home.signIn(
                    "a@example.go.th", password: "strangers own", at: start.adding(seconds: 5))
            }
        }
    }

    @Test("Every fault is told at once, beside its field, and nothing is done")
    func faults() async throws {
        try await AccountHome.with { home in
            let outcome = try await home.register("nobody", password: "short", name: " \u{200B}\n")
            #expect(outcome == .mistaken([.nameMissing, .emailInvalid, .passwordTooShort(10)]))
            guard case .mistaken(let faults) = outcome else { return }
            #expect(faults.map(\.code) == ["name-missing", "email-invalid", "password-too-short"])
            #expect(faults.map(\.field) == [.name, .email, .password])
            #expect(try await home.count("select count(*) as count from person") == 0)
            let long = try await home.register("a@example.go.th", name: String(repeating: "ก", count: 101))
            #expect(long == .mistaken([.nameTooLong(100)]))
        }
    }

    @Test("A mailbox is not flooded: the seventh letter within a day is not written, and nobody can tell")
    func letterLimit() async throws {
        try await AccountHome.with { home in
            for _ in 0..<8 {
                let outcome = try await home.register("a@example.go.th")
                #expect(outcome == .letterSent(to: "a@example.go.th"))
            }
            #expect(try await home.letters(to: "a@example.go.th").count == 6)
        }
    }

    @Test("One machine registers thirty times an hour at most")
    func clientLimit() async throws {
        try await AccountHome.with { home in
            let hour = Instant(seconds: 1_700_000_000 / 3600 * 3600)
            for index in 0..<30 { _ = try await home.register("p\(index)@example.go.th", at: hour) }
            await #expect(throws: RateRefusal(retryAfter: 3590)) {
                try await home.register("p@example.go.th", at: hour.adding(seconds: 10))
            }
            _ = try await home.register("p@example.go.th", at: hour.adding(seconds: 3600))
        }
    }

    @Test(
        "A person that an operator brings is the same person the second time, and sets a password by a reset")
    func enrols() async throws {
        try await AccountHome.with { home in
            let person = try await home.enrol("judge@example.go.th")
            #expect(try await home.enrol("Judge@example.go.th") == person)
            await #expect(throws: AccountRefusal.wrongPassword) {
                try await home.signIn("judge@example.go.th", password: "")
            }
            #expect(try await home.store.askReset(email: "judge@example.go.th", client: "x", at: start) == [])
            let secret = try await home.newestSecret(to: "judge@example.go.th")
            #expect(try await home.store.reset(secret, newPassword: "my own password", at: start) == [])
            #expect(
                try await home.signIn("judge@example.go.th", password: "my own password").person == person)
            await #expect(throws: Refusal.unfit("email")) { try await home.enrol("judge") }
        }
    }
}
