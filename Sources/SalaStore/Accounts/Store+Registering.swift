import Foundation
import SalaDatabase
public import SalaEngine
public import SalaThai

extension Store {
    /// Sends a letter that opens an account, or one that says there is an account already; the answer and the
    /// work are the same for both. Throws `RateRefusal`.
    ///
    /// - Parameters:
    ///   - client: the network address that the request came from.
    ///   - then: stands in the link as it is, for the page behind it. Whoever asks for an account under
    ///     somebody's address chooses it: it must not be words that a letter could be read by.
    public func register(
        email: String, name: String, password: String, language: Language, client: String,
        then: String? = nil, at now: Instant
    ) async throws -> RegistrationOutcome {
        let address = EmailAddress(typed: email)
        let name = name.onOneLine
        let password = PasswordRule.canonical(password)
        let faults = [
            PersonName.fault(in: name), address == nil ? .emailInvalid : nil,
            PasswordRule.fault(in: password, email: address),
        ].compactMap(\.self)
        guard let address, faults.isEmpty else { return .mistaken(faults) }
        try await database.write { try $0.demand(.registration(from: client), at: now) }
        let credentials = Credentials(name: name, password: try await passwords.hash(password))
        try await database.write { connection in
            // A mailbox cannot be flooded, and nobody learns from a refusal that it is known.
            do {
                try connection.demand(.letter(address.text), at: now)
            } catch is RateRefusal {
                return
            }
            try begin(credentials, address, language, then: then, at: now, in: connection)
        }
        return .letterSent(to: address.text)
    }

    /// Confirms the address that the link was sent to and opens the account with the name and password that
    /// were given when this very link was asked for; throws `AccountRefusal.linkSpent`.
    @discardableResult
    public func verify(_ link: String, at now: Instant) async throws -> PersonID {
        try await database.write { connection in
            let (person, credentials) = try connection.consumeLink(link, .verification, at: now)
            guard let credentials else { throw AccountRefusal.linkSpent }
            let opened = try connection.execute(
                """
                update person set name = \(credentials.name), password = \(credentials.password),
                    verified_at = \(now)
                where id = \(person) and verified_at is null
                """)
            guard opened == 1 else { throw AccountRefusal.linkSpent }
            return person
        }
    }

    /// Whether `verify` would take the link: lets a page ask for the click that a mail scanner does not make.
    public func isVerification(_ link: String, at now: Instant) async throws -> Bool {
        try await isLive(link, .verification, at: now)
    }

    func isLive(_ link: String, _ purpose: LinkPurpose, at now: Instant) async throws -> Bool {
        try await database.read { connection in
            try connection.row(
                """
                select 1 from link where hash = \(SecretToken(text: link).hash) and purpose = \(purpose)
                    and used_at is null and expires_at > \(now)
                """) != nil
        }
    }

    func begin(
        _ credentials: Credentials, _ address: EmailAddress, _ language: Language, then: String?,
        at now: Instant, in connection: Connection
    ) throws {
        let known = try connection.person(under: address)
        if let known, known.isVerified {
            try send(.alreadyRegistered, to: known.addressee, at: now, in: connection)
            return
        }
        let id = known?.addressee.person ?? PersonID(.version7(at: now))
        try connection.execute(
            """
            insert into person (id, email, name, language, created_at)
            values (\(id), \(address.text), \(credentials.name), \(language.rawValue), \(now))
            on conflict (email) do update set name = excluded.name, language = excluded.language
            """)
        let addressee = Addressee(
            person: id, address: address.text, name: credentials.name, language: language)
        try sendVerification(credentials, to: addressee, then: then, at: now, in: connection)
    }

    func sendVerification(
        _ credentials: Credentials, to addressee: Addressee, then: String?, at now: Instant,
        in connection: Connection
    ) throws {
        let link = try connection.makeLink(
            .verification, for: addressee.person, credentials: credentials, at: now)
        try send(.verifyEmail, to: addressee, secret: link.text, then: then, at: now, in: connection)
    }

    func send(
        _ name: AccountLetters.Name, to addressee: Addressee, link: String? = nil, secret: String? = nil,
        then: String? = nil, organisation: String? = nil, also more: [String: String] = [:],
        about call: CallID? = nil, at now: Instant, in connection: Connection
    ) throws {
        let letter = try accountLetters.letter(
            name, to: addressee, link: link, secret: secret, then: then, organisation: organisation,
            also: more)
        try connection.enqueue(
            [(addressee, letter)], name: name.rawValue, call: call, submission: nil, at: now)
    }
}
