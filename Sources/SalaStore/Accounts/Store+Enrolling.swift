import SalaDatabase
public import SalaEngine
public import SalaThai

extension Store {
    /// The person under the address, who is made if there is none: known to be real and without a password
    /// until one is set through a reset. For people whom an operator or the demo brings; throws
    /// `Refusal.unfit` when the name or the address cannot be one.
    public func enrol(
        email: String, name: String, language: Language, at now: Instant
    ) async throws -> PersonID {
        guard let address = EmailAddress(typed: email) else { throw Refusal.unfit("email") }
        let name = name.onOneLine
        guard PersonName.fault(in: name) == nil else { throw Refusal.unfit("name") }
        return try await database.write { connection in
            try connection.execute(
                """
                insert into person (id, email, name, language, verified_at, created_at)
                values (\(PersonID(.version7(at: now))), \(address.text), \(name), \(language.rawValue),
                    \(now), \(now))
                on conflict (email) do update
                    set verified_at = coalesce(person.verified_at, excluded.verified_at)
                """)
            guard let person = try connection.person(under: address) else {
                throw Fault.missing("person")
            }
            return person.addressee.person
        }
    }

    /// Who has an account under the address; nil when nobody has.
    public func person(email: String) async throws -> PersonID? {
        guard let address = EmailAddress(typed: email) else { return nil }
        return try await database.read { connection in
            try connection.person(under: address)?.addressee.person
        }
    }
}
