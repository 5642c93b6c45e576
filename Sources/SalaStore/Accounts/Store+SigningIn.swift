import SalaDatabase
public import SalaEngine
public import SalaThai

extension Store {
    /// Begins a session; throws `AccountRefusal` or `RateRefusal`.
    ///
    /// - Parameters:
    ///   - agent: the browser's User-Agent header.
    ///   - client: the network address that the request came from.
    ///   - replacing: the session's token that the browser had before, which ends.
    ///   - browser: what `BrowserSeal` says of a browser that has signed in under the address before.
    ///   - then: see `register`, for the letter to who has not confirmed the address yet.
    public func signIn(
        email: String, password: String, agent: String, client: String, browser: String? = nil,
        replacing: String? = nil, then: String? = nil, at now: Instant
    ) async throws -> SignedIn {
        let address = EmailAddress(typed: email)
        try await database.write { connection in
            try connection.demand(.signIn(from: client), at: now)
            if let address { try connection.demand(.signIn(address.text, in: browser), at: now) }
        }
        let claim = try await database.read { connection in
            try address.flatMap { try connection.claim(under: $0, at: now) }
        }
        var password = PasswordRule.canonical(password)
        let isTooLong = password.unicodeScalars.count > PasswordRule.lengths.upperBound
        if isTooLong { password = "" }
        let verdict = try await passwords.verify(password, against: isTooLong ? nil : claim?.password)
        guard let claim, verdict != .wrong else { throw AccountRefusal.wrongPassword }
        guard claim.isVerified else {
            try await remindToVerify(claim, then: then, at: now)
            throw AccountRefusal.notVerified
        }
        let renewed = verdict == .outdated ? try await passwords.hash(password) : nil
        return try await database.write { connection in
            // The password may have been reset while it was being hashed.
            let person = claim.addressee.person
            guard try connection.person(person)?.password == claim.password else {
                throw AccountRefusal.wrongPassword
            }
            if let renewed {
                try connection.execute("update person set password = \(renewed) where id = \(person)")
            }
            try connection.uncount(.signIn(from: client), at: now)
            try connection.forgive(.signIn(claim.addressee.address, in: browser), at: now)
            return try connection.beginSession(of: person, agent: agent, replacing: replacing, at: now)
        }
    }

    /// Begins a session without a password: for the demo alone, where everybody may be everybody. Throws
    /// `Refusal.notFound`.
    public func signInDemo(
        _ person: PersonID, agent: String, replacing: String? = nil, at now: Instant
    ) async throws -> SignedIn {
        try await database.write { connection in
            guard try connection.person(person) != nil else { throw Refusal.notFound }
            return try connection.beginSession(of: person, agent: agent, replacing: replacing, at: now)
        }
    }

    private func remindToVerify(_ claim: KnownPerson, then: String?, at now: Instant) async throws {
        try await database.write { connection in
            do {
                try connection.demand(.letter(claim.addressee.address), at: now)
            } catch is RateRefusal {
                return
            }
            guard let password = claim.password else { return }
            let credentials = Credentials(name: claim.addressee.name, password: password)
            try sendVerification(credentials, to: claim.addressee, then: then, at: now, in: connection)
        }
    }
}

extension Connection {
    /// The person under the address; before the address is confirmed, with the name and password of the
    /// newest link that would confirm it.
    func claim(under address: EmailAddress, at now: Instant) throws -> KnownPerson? {
        let row = try row(
            """
            select person.id, person.email, person.language, person.verified_at,
                coalesce(link.name, person.name) as name, coalesce(link.password, person.password) as password
            from person left join link on link.person_id = person.id and person.verified_at is null
                and link.purpose = \(LinkPurpose.verification) and link.used_at is null
                and link.expires_at > \(now)
            where person.email = \(address.text)
            order by link.expires_at desc limit 1
            """)
        return try row.map { try KnownPerson($0) }
    }

    /// The one door for signing in, whatever has proved who the person is (decision 9).
    fileprivate func beginSession(
        of person: PersonID, agent: String, replacing: String?, at now: Instant
    ) throws -> SignedIn {
        if let replacing {
            try execute("delete from session where hash = \(SecretToken(text: replacing).hash)")
        }
        let token = SecretToken.random()
        let expiresAt = now.adding(seconds: SessionLimits.lifetimeSeconds)
        try execute(
            """
            insert into session (hash, person_id, csrf, agent, created_at, seen_at, expires_at)
            values (\(token.hash), \(person), \(SecretToken.random().text), \(BrowserName.words(agent)),
                \(now), \(now), \(expiresAt))
            """)
        return SignedIn(person: person, token: token.text, expiresAt: expiresAt)
    }
}
