import SalaDatabase
import SalaEngine
public import SalaThai

/// What one machine may try only so often, whoever sits at it.
public enum LimitedDeed: Sendable {
    case registration, reset

    func limit(from client: String) -> RateLimit {
        switch self {
        case .registration: .registration(from: client)
        case .reset: .reset(from: client)
        }
    }
}

extension Store {
    /// Throws `RateRefusal` when the machine has had its limit of the deed; counts nothing.
    public func demandRoom(for deed: LimitedDeed, from client: String, at now: Instant) async throws {
        try await database.read { try $0.demandRoom(deed.limit(from: client), at: now) }
    }
}

/// How often something may be tried within a fixed window, a day long at most, which begins at a multiple of
/// its length since 1970.
struct RateLimit: Sendable {
    var key: String
    var limit: Int
    var seconds: Int64

    static let longestWindowSeconds: Int64 = 86_400

    /// A browser that has signed in under the address before counts by itself, so that nobody else's wrong
    /// passwords keep its person out.
    static func signIn(_ email: String, in browser: String? = nil) -> RateLimit {
        RateLimit(
            key: "sign-in \(email)" + (browser.map { " in \($0)" } ?? ""), limit: 10, seconds: 900)
    }

    /// Old passwords given by somebody who has signed in.
    static func passwordChange(of person: PersonID) -> RateLimit {
        RateLimit(key: "password of \(person)", limit: 10, seconds: 900)
    }

    /// Higher than an address's, because an office of many people may share one: those of them who sign in
    /// count for nothing.
    static func signIn(from client: String) -> RateLimit {
        RateLimit(key: "sign-in from \(ClientNetwork.name(of: client))", limit: 100, seconds: 900)
    }

    static func registration(from client: String) -> RateLimit {
        RateLimit(key: "registration from \(ClientNetwork.name(of: client))", limit: 30, seconds: 3600)
    }

    static func reset(_ email: String) -> RateLimit {
        RateLimit(key: "reset \(email)", limit: 3, seconds: 3600)
    }

    static func reset(from client: String) -> RateLimit {
        RateLimit(key: "reset from \(ClientNetwork.name(of: client))", limit: 30, seconds: 3600)
    }

    /// Letters that anybody can have sent to the address.
    static func letter(_ email: String) -> RateLimit {
        RateLimit(key: "letter \(email)", limit: 6, seconds: 86_400)
    }

    /// Invitations to write along, each of which sends a letter to whom the inviter names.
    static func invitations(of person: PersonID) -> RateLimit {
        RateLimit(key: "invitations of \(person)", limit: 30, seconds: 86_400)
    }

    /// Letters that invite whoever has the address.
    static func invitations(to email: String) -> RateLimit {
        RateLimit(key: "invitations to \(email)", limit: 10, seconds: 86_400)
    }

    /// Claims to belong to organisations, each of which may tell others by letter.
    static func claims(of person: PersonID) -> RateLimit {
        RateLimit(key: "claims \(person)", limit: 20, seconds: 86_400)
    }

    /// Letters that tell one person of others' claims.
    static func claimLetters(_ email: String) -> RateLimit {
        RateLimit(key: "claim letters \(email)", limit: 20, seconds: 86_400)
    }
}

extension Connection {
    /// Counts one try, or throws `RateRefusal`; a refused try counts for nothing.
    func demand(_ limit: RateLimit, at now: Instant) throws {
        precondition(
            (1...RateLimit.longestWindowSeconds).contains(limit.seconds), "a window is a day at most")
        let start = now.seconds - now.seconds % limit.seconds
        let counted =
            limit.limit > 0
            ? try row(
                """
                insert into attempt (key, slot, count) values (\(limit.storedKey), \(start), 1)
                on conflict (key, slot) do update set count = attempt.count + 1
                    where attempt.count < \(limit.limit)
                returning count
                """) : nil
        if counted == nil { throw RateRefusal(retryAfter: start + limit.seconds - now.seconds) }
    }

    func demandRoom(_ limit: RateLimit, at now: Instant) throws {
        let start = now.seconds - now.seconds % limit.seconds
        let counted = try row(
            "select count from attempt where key = \(limit.storedKey) and slot = \(start)")
        guard let count: Int = try counted?.get("count"), count >= limit.limit else { return }
        throw RateRefusal(retryAfter: start + limit.seconds - now.seconds)
    }

    /// Takes back one try that was counted in the window that `now` is in.
    func uncount(_ limit: RateLimit, at now: Instant) throws {
        let start = now.seconds - now.seconds % limit.seconds
        try execute(
            """
            update attempt set count = count - 1
            where key = \(limit.storedKey) and slot = \(start) and count > 0
            """)
    }

    /// Forgets the tries of the window that `now` is in.
    func forgive(_ limit: RateLimit, at now: Instant) throws {
        let start = now.seconds - now.seconds % limit.seconds
        try execute("delete from attempt where key = \(limit.storedKey) and slot = \(start)")
    }
}

extension RateLimit {
    /// Addresses of people and machines are kept as a hash alone.
    fileprivate var storedKey: String { SecretToken(text: "\(seconds) \(key)").hash }
}
