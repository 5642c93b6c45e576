import SalaDatabase
import SalaEngine
@testable import SalaStore
import SalaThai
import Testing

@Suite("Sessions")
struct SessionTests {
    let start = AccountHome.start
    static let firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0"
    static let edge = """
        Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 \
        Safari/537.36 Edg/131.0
        """
    static let phone = """
        Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
        Version/18.1 Mobile/15E148 Safari/604.1
        """

    @Test("Wrong passwords and unknown addresses are refused in the same words")
    func wrongPassword() async throws {
        try await AccountHome.with { home in
            _ = try await home.person("a@example.go.th")
            let tries = [
                ("a@example.go.th", "correct horsf"), ("a@example.go.th", ""), ("nobody", "correct horse"),
                ("nobody@example.go.th", "correct horse"),
                ("a@example.go.th", String(repeating: "correct horse", count: 1000)),
            ]
            for (email, password) in tries {
                await #expect(throws: AccountRefusal.wrongPassword) {
                    try await home.signIn(email, password: password)
                }
            }
            #expect(try await home.count("select count(*) as count from session") == 0)
        }
    }

    @Test(
        "Before the address is confirmed the right password brings a new letter, the wrong one brings nothing"
    )
    func notVerified() async throws {
        try await AccountHome.with { home in
            _ = try await home.register("a@example.go.th")
            await #expect(throws: AccountRefusal.wrongPassword) {
                try await home.signIn("a@example.go.th", password: "wrong horse")
            }
            #expect(try await home.letters(to: "a@example.go.th").count == 1)
            await #expect(throws: AccountRefusal.notVerified) { try await home.signIn("a@example.go.th") }
            #expect(try await home.letters(to: "a@example.go.th").count == 2)
            try await home.store.verify(try await home.newestSecret(to: "a@example.go.th"), at: start)
            _ = try await home.signIn("a@example.go.th")
        }
    }

    @Test("The token's hash alone is kept, and the visitor is the person with the approved places")
    func visitor() async throws {
        try await AccountHome.with { home in
            let person = try await home.person("a@example.go.th")
            let offices = try await home.organisations(3)
            try await home.store.grantMembership(person, offices[0], role: .officer, at: start)
            try await home.store.grantMembership(person, offices[1], role: .member, at: start)
            try await home.store.claimMembership(person, offices[2], at: start)
            let session = try await home.signIn("a@example.go.th")
            #expect(session.token.utf8.count == 43)
            #expect(
                try await home.count("select count(*) as count from session where hash = \(session.token)")
                    == 0)
            let visitor = try #require(try await home.store.visitor(session.token, at: start))
            #expect(visitor.person == person)
            #expect(visitor.name == "Somchai Demo")
            #expect(visitor.email == "a@example.go.th")
            #expect(visitor.language == .thai)
            #expect(visitor.memberships.count == 2)
            #expect(visitor.roles(in: offices[0]) == [.officer])
            #expect(visitor.roles(in: offices[1]) == [.member])
            #expect(visitor.roles(in: offices[2]) == [])
            #expect(visitor.accepts(csrf: visitor.csrf))
            #expect(!visitor.accepts(csrf: "") && !visitor.accepts(csrf: visitor.csrf + "x"))
            #expect(try await home.store.visitor("", at: start) == nil)
        }
    }

    @Test("A visitor is one query, whether there are no places, one or three")
    func oneQuery() async throws {
        try await AccountHome.with { home in
            let offices = try await home.organisations(3)
            for count in [0, 1, 3] {
                let person = try await home.enrol("p\(count)@example.go.th")
                for office in offices.prefix(count) {
                    try await home.store.grantMembership(person, office, role: .member, at: start)
                }
                let token = try await home.store.signInDemo(person, agent: "", at: start).token
                let queries = try await home.store.database.counting {
                    let visitor = try await home.store.visitor(token, at: start.adding(seconds: 59))
                    #expect(visitor?.memberships.count == count)
                }
                #expect(queries == 1)
            }
        }
    }

    @Test("Being seen is written once a minute, and a session ends when it is idle for twelve hours")
    func idle() async throws {
        try await AccountHome.with { home in
            let person = try await home.enrol("a@example.go.th")
            let token = try await home.store.signInDemo(person, agent: "", at: start).token
            func seen(after seconds: Int64) async throws -> Bool {
                try await home.store.visitor(token, at: start.adding(seconds: seconds)) != nil
            }
            var isSeen = false
            let first = try await home.store.database.counting { isSeen = try await seen(after: 60) }
            #expect(isSeen && first == 2)
            let second = try await home.store.database.counting { isSeen = try await seen(after: 119) }
            #expect(isSeen && second == 1)
            #expect(try await seen(after: 60 + 43_199))
            #expect(try await seen(after: 60 + 43_199 + 43_199))
            #expect(try await !seen(after: 60 + 43_199 + 43_199 + 43_200))
        }
    }

    @Test("A session ends after thirty days, though it is used every hour")
    func absolute() async throws {
        try await AccountHome.with { home in
            let person = try await home.enrol("a@example.go.th")
            let session = try await home.store.signInDemo(person, agent: "", at: start)
            #expect(session.expiresAt == start.adding(seconds: 2_592_000))
            for half in 1..<60 {
                let now = start.adding(seconds: Int64(half) * 43_000)
                #expect(try await home.store.visitor(session.token, at: now) != nil)
            }
            for now in [2_570_000, 2_591_999] as [Int64] {
                #expect(try await home.store.visitor(session.token, at: start.adding(seconds: now)) != nil)
            }
            #expect(try await home.store.visitor(session.token, at: session.expiresAt) == nil)
        }
    }

    @Test("Signing in ends the browser's session from before, and no other")
    func rotation() async throws {
        try await AccountHome.with { home in
            _ = try await home.person("a@example.go.th")
            let first = try await home.signIn("a@example.go.th")
            let other = try await home.signIn("a@example.go.th")
            let second = try await home.signIn("a@example.go.th", replacing: first.token)
            #expect(try await home.store.visitor(first.token, at: start) == nil)
            #expect(try await home.store.visitor(second.token, at: start) != nil)
            #expect(try await home.store.visitor(other.token, at: start) != nil)
        }
    }

    @Test("A person sees the own sessions and ends one of them, or all others")
    func ending() async throws {
        try await AccountHome.with { home in
            let person = try await home.enrol("a@example.go.th"),
                other = try await home.enrol("b@example.go.th")
            let tokens = try await [Self.firefox, Self.edge, Self.phone].enumerated().asyncMap {
                index, agent in
                try await home.store.signInDemo(
                    person, agent: agent, at: start.adding(seconds: Int64(index))
                ).token
            }
            let now = start.adding(seconds: 10)
            let visitor = try #require(try await home.store.visitor(tokens[0], at: now))
            let stranger = try await home.visitor(other)
            let sessions = try await home.store.sessions(of: visitor, at: now)
            #expect(sessions.map(\.agent) == ["Safari, iPhone", "Edge, Windows", "Firefox, Windows"])
            #expect(sessions.map(\.isCurrent) == [false, false, true])
            #expect(sessions.map(\.createdAt.seconds) == [1_700_000_002, 1_700_000_001, 1_700_000_000])
            await #expect(throws: Refusal.notFound) {
                try await home.store.endSession(sessions[0].id, of: stranger)
            }
            try await home.store.endSession(sessions[0].id, of: visitor)
            #expect(try await home.store.visitor(tokens[2], at: now) == nil)
            #expect(try await home.store.endOtherSessions(of: visitor) == 1)
            #expect(try await home.store.sessions(of: visitor, at: now).map(\.isCurrent) == [true])
            try await home.store.signOut(tokens[0])
            #expect(try await home.store.visitor(tokens[0], at: now) == nil)
            #expect(try await home.store.sessions(of: stranger, at: now).count == 1)
        }
    }

    @Test("Nobody signs in as a person who is not there")
    func demoStranger() async throws {
        try await AccountHome.with { home in
            await #expect(throws: Refusal.notFound) {
                try await home.store.signInDemo(PersonID(.version7(at: start)), agent: "", at: start)
            }
        }
    }

    @Test("A password that was hashed at another cost is hashed again at the next sign-in")
    func rehash() async throws {
        try await AccountHome.with { home in
            let person = try await home.person("a@example.go.th")
            let old = try await PasswordHasher(cost: .init(passes: 2, memoryBytes: 8192)).hash(
                "correct horse")
            try await home.store.database.write { connection in
                try connection.execute("update person set password = \(old) where id = \(person)")
            }
            _ = try await home.signIn("a@example.go.th")
            let hash: String = try await home.store.database.read { connection in
                try #require(try connection.row("select password from person where id = \(person)")).get(
                    "password")
            }
            #expect(hash.hasPrefix("$argon2id$v=19$m=8,t=1,p=1$"))
            _ = try await home.signIn("a@example.go.th")
        }
    }
}

extension Sequence {
    fileprivate func asyncMap<T>(_ transform: (Element) async throws -> T) async rethrows -> [T] {
        var results: [T] = []
        for element in self { results.append(try await transform(element)) }
        return results
    }
}
