import SalaDatabase
import SalaEngine
public import SalaThai

extension Store {
    /// Moves the request for an account to another address: for who mistyped it and knows the password that
    /// was chosen with it. The letter goes to the new address, the links that were sent to the old one with
    /// that password open nothing any more, and the answer is the same whether or not the new address has an
    /// account.
    ///
    /// Throws `AccountRefusal.wrongPassword` where the address, the password or the wait for a confirmation
    /// is not as said, and `RateRefusal` as registering and signing in do.
    ///
    /// - Parameter then: see `register`.
    public func correctAddress(
        from mistyped: String, password: String, to email: String, client: String, then: String? = nil,
        at now: Instant
    ) async throws -> RegistrationOutcome {
        let password = PasswordRule.canonical(password)
        guard let address = EmailAddress(typed: email) else { return .mistaken([.emailInvalid]) }
        if password == address.text { return .mistaken([.passwordIsEmail]) }
        let known = EmailAddress(typed: mistyped)
        try await database.write { connection in
            try connection.demand(.registration(from: client), at: now)
            try connection.demand(.signIn(from: client), at: now)
            if let known { try connection.demand(.signIn(known.text), at: now) }
        }
        let claim = try await database.read { connection in
            try known.flatMap { try connection.claim(under: $0, at: now) }
        }
        let waiting = claim.flatMap { $0.isVerified ? nil : $0 }
        let isTooLong = password.unicodeScalars.count > PasswordRule.lengths.upperBound
        let verdict = try await passwords.verify(
            isTooLong ? "" : password, against: isTooLong ? nil : waiting?.password)
        guard let waiting, let hash = waiting.password, verdict != .wrong else {
            throw AccountRefusal.wrongPassword
        }
        let (person, name) = (waiting.addressee.person, waiting.addressee.name)
        try await database.write { connection in
            // A mailbox cannot be flooded, and nobody learns from a refusal that it is known.
            do {
                try connection.demand(.letter(address.text), at: now)
            } catch is RateRefusal {
                return
            }
            try connection.execute(
                """
                update link set used_at = \(now)
                where person_id = \(person) and used_at is null and password = \(hash)
                """)
            try begin(
                Credentials(name: name, password: hash), address, waiting.addressee.language, then: then,
                at: now, in: connection)
        }
        return .letterSent(to: address.text)
    }
}
