import SalaDatabase
import SalaEngine
import SalaThai

/// What a secret link lets its reader do, once.
enum LinkPurpose: String, SQLBindable {
    case verification = "verify"
    case reset

    var lifetimeSeconds: Int64 {
        switch self {
        case .verification: 86_400
        case .reset: 3600
        }
    }
}

/// What was asked for together with a link to verify an address.
struct Credentials: Sendable {
    var name: String
    /// Hashed.
    var password: String
}

extension Connection {
    /// Makes a link; what is returned goes into a letter and is kept nowhere else.
    func makeLink(
        _ purpose: LinkPurpose, for person: PersonID, credentials: Credentials? = nil, at now: Instant
    ) throws -> SecretToken {
        let token = SecretToken.random()
        try execute(
            """
            insert into link (hash, person_id, purpose, name, password, expires_at) values (\(token.hash),
                \(person), \(purpose), \(credentials?.name), \(credentials?.password),
                \(now.adding(seconds: purpose.lifetimeSeconds)))
            """)
        return token
    }

    /// Uses the link up, and all others of the person with it; throws `AccountRefusal.linkSpent`.
    func consumeLink(
        _ link: String, _ purpose: LinkPurpose, at now: Instant
    ) throws -> (PersonID, Credentials?) {
        let hash = SecretToken(text: link).hash
        let used = try row(
            """
            update link set used_at = \(now)
            where hash = \(hash) and purpose = \(purpose) and used_at is null and expires_at > \(now)
            returning person_id, name, password
            """)
        guard let used else { throw AccountRefusal.linkSpent }
        let person: PersonID = try used.id("person_id")
        try execute("update link set used_at = \(now) where person_id = \(person) and used_at is null")
        guard let name: String = try used.get("name"), let password: String = try used.get("password") else {
            return (person, nil)
        }
        return (person, Credentials(name: name, password: password))
    }
}
