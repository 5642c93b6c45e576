import SalaDatabase
import SalaEngine
import SalaThai

/// What signing in and letters need to know of a person.
struct KnownPerson: Sendable {
    var addressee: Addressee
    /// Hashed; nil for a person who has never set one.
    var password: String?
    var isVerified: Bool
}

extension Connection {
    func person(under address: EmailAddress) throws -> KnownPerson? {
        try row(Connection.personColumns + " where email = \(address.text)").map { try KnownPerson($0) }
    }

    func person(_ id: PersonID) throws -> KnownPerson? {
        try row(Connection.personColumns + " where id = \(id)").map { try KnownPerson($0) }
    }

    private static let personColumns: SQL =
        "select id, email, name, language, password, verified_at from person"
}

extension KnownPerson {
    init(_ row: Row) throws {
        addressee = try row.addressee()
        password = try row.get("password")
        isVerified = try row.optionalInstant("verified_at") != nil
    }
}
