import SalaDatabase
import SalaEngine
public import SalaThai

extension Store {
    /// Sends a link to set a new password, if the address is known; the answer is the same if it is not.
    /// Gives what is wrong with the address; throws `RateRefusal`.
    ///
    /// - Parameters:
    ///   - client: the network address that the request came from.
    ///   - then: see `register`.
    public func askReset(
        email: String, client: String, then: String? = nil, at now: Instant
    ) async throws -> [AccountFault] {
        guard let address = EmailAddress(typed: email) else { return [.emailInvalid] }
        try await database.write { connection in
            try connection.demand(.reset(from: client), at: now)
            try connection.demand(.reset(address.text), at: now)
            guard let person = try connection.person(under: address) else { return }
            var addressee = person.addressee
            // Anybody may have given the name of an account that is not confirmed.
            if !person.isVerified { addressee.name = address.text }
            let link = try connection.makeLink(.reset, for: addressee.person, at: now)
            try send(.resetPassword, to: addressee, secret: link.text, then: then, at: now, in: connection)
        }
        return []
    }

    /// Sets a new password, ends all sessions of the person and confirms the address that the link was sent
    /// to.
    ///
    /// Gives what is wrong with the password: then the link is still good. Throws `AccountRefusal.linkSpent`.
    public func reset(_ link: String, newPassword: String, at now: Instant) async throws -> [AccountFault] {
        let password = PasswordRule.canonical(newPassword)
        let address = try await database.read { connection in
            try connection.row(
                """
                select person.email from link join person on person.id = link.person_id
                where link.hash = \(SecretToken(text: link).hash) and link.purpose = \(LinkPurpose.reset)
                    and link.used_at is null and link.expires_at > \(now)
                """)?.get("email") as String?
        }
        guard let address else { throw AccountRefusal.linkSpent }
        let fault = PasswordRule.fault(in: password, email: EmailAddress(typed: address))
        if let fault { return [fault] }
        let hash = try await passwords.hash(password)
        try await database.write { connection in
            let (person, _) = try connection.consumeLink(link, .reset, at: now)
            try connection.execute(
                """
                update person set password = \(hash), verified_at = coalesce(verified_at, \(now))
                where id = \(person)
                """)
            try connection.execute("delete from session where person_id = \(person)")
            try connection.forgive(.signIn(address), at: now)
        }
        return []
    }

    /// Whether `reset` would take the link.
    public func isReset(_ link: String, at now: Instant) async throws -> Bool {
        try await isLive(link, .reset, at: now)
    }
}
