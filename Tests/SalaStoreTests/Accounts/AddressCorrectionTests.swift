import SalaEngine
@testable import SalaStore
import SalaThai
import Testing

@Suite("Correcting the address of an account that nobody has confirmed")
struct AddressCorrectionTests {
    private let wrong = "somchai@exmaple.go.th"
    private let right = "somchai@example.go.th"

    private func correct(
        _ home: AccountHome, from mistyped: String? = nil, password: String = "correct horse",
        to email: String? = nil, at now: Instant = AccountHome.start
    ) async throws -> RegistrationOutcome {
        try await home.store.correctAddress(
            from: mistyped ?? wrong, password: password, to: email ?? right, client: "192.0.2.1", at: now)
    }

    @Test("A new link goes to the right address and opens the account; that to the wrong one opens nothing")
    func corrects() async throws {
        try await AccountHome.with { home in
            _ = try await home.register(wrong)
            let old = try await home.newestSecret(to: wrong)
            #expect(try await correct(home, from: " Somchai@Exmaple.go.th ") == .letterSent(to: right))
            #expect(try await home.letters(to: wrong).count == 1)
            await #expect(throws: AccountRefusal.linkSpent) {
                try await home.store.verify(old, at: AccountHome.start)
            }
            let person = try await home.store.verify(
                try await home.newestSecret(to: right), at: AccountHome.start)
            let visitor = try await home.visitor(person)
            #expect(visitor.name == "Somchai Demo" && visitor.email == right)
            #expect(try await home.signIn(right).person == person)
            await #expect(throws: AccountRefusal.wrongPassword) { try await home.signIn(wrong) }
        }
    }

    @Test("Nothing is corrected with another password, at an unknown address or at one that is confirmed")
    func refuses() async throws {
        try await AccountHome.with { home in
            _ = try await home.register(wrong)
            _ = try await home.person("known@example.go.th")
            for (mistyped, password) in [
                (wrong, "another horse"), ("nobody@example.go.th", "correct horse"), ("", "correct horse"),
                ("known@example.go.th", "correct horse"),
            ] {
                await #expect(throws: AccountRefusal.wrongPassword, "\(mistyped)") {
                    try await correct(home, from: mistyped, password: password)
                }
            }
            #expect(try await home.letters(to: right) == [])
            // The link that was sent still opens the account.
            try await home.store.verify(try await home.newestSecret(to: wrong), at: AccountHome.start)
        }
    }

    @Test("Who corrects an address that somebody else waits to confirm leaves that one's link alone")
    func spares() async throws {
        try await AccountHome.with { home in
            _ = try await home.register(wrong, password: "battery staple")
            let link = try await home.newestSecret(to: wrong)
            _ = try await home.register(wrong, at: AccountHome.start.adding(seconds: 60))
            let later = AccountHome.start.adding(seconds: 120)
            #expect(try await correct(home, at: later) == .letterSent(to: right))
            try await home.store.verify(link, at: later)
            _ = try await home.signIn(wrong, password: "battery staple")
        }
    }

    @Test("An address that has an account gets the same answer and keeps its password")
    func known() async throws {
        try await AccountHome.with { home in
            _ = try await home.person(right, password: "battery staple")
            _ = try await home.register(wrong)
            #expect(try await correct(home) == .letterSent(to: right))
            let letter = try #require(try await home.letters(to: right).last)
            #expect(letter.hasPrefix("already-registered th: "))
            _ = try await home.signIn(right, password: "battery staple")
            await #expect(throws: AccountRefusal.wrongPassword) { try await home.signIn(right) }
        }
    }

    @Test("What is no address is named, and so is a password that is the new one")
    func mistakes() async throws {
        try await AccountHome.with { home in
            _ = try await home.register(wrong, password: right)
            #expect(try await correct(home, to: "somchai") == .mistaken([.emailInvalid]))
            #expect(try await correct(home, password: right) == .mistaken([.passwordIsEmail]))
        }
    }

    @Test("Passwords are tried no oftener than in signing in, and no mailbox is flooded")
    func limits() async throws {
        try await AccountHome.with { home in
            _ = try await home.register(wrong)
            for _ in 0..<10 {
                await #expect(throws: AccountRefusal.wrongPassword) {
                    try await correct(home, password: "another horse")
                }
            }
            await #expect(throws: RateRefusal.self) { try await correct(home) }
            let later = AccountHome.start.adding(seconds: 3600)
            for number in 0..<8 {
                let email = "wrong-\(number)@example.go.th"
                _ = try await home.register(email, at: later)
                #expect(try await correct(home, from: email, at: later) == .letterSent(to: right))
            }
            #expect(try await home.letters(to: right).count == 6)
        }
    }
}
