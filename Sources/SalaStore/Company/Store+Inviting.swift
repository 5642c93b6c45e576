import Foundation
import SalaDatabase
public import SalaEngine
public import SalaThai

extension Store {
    /// Invites whoever reads the mail of the address to write the submission along, and sends the link that
    /// proves it. Throws what the engine refuses, and `RateRefusal` to who invites too many.
    public func invite(
        email: String, to id: SubmissionID, by person: PersonID, at now: Instant
    ) async throws {
        try await database.write { connection in
            var dossier = try dossier(id, for: person, in: connection)
            guard let address = EmailAddress(typed: email) else { throw Refusal.invitation(.badAddress) }
            let known = try connection.person(under: address)
            let account = try known.flatMap { known in
                known.isVerified
                    ? try actor(
                        known.addressee.person, in: dossier.call, of: dossier.programme, connection) : nil
            }
            let invitation = InvitationID(.version7(at: now))
            try decide(
                .invite(invitation, address: address.text, account: account), on: &dossier, at: now,
                in: connection)
            try connection.demand(.invitations(of: person), at: now)
            try connection.demand(.invitations(to: address.text), at: now)
            let token = SecretToken.random()
            try connection.execute(
                """
                update invitation set hash = \(token.hash)
                where call_id = \(dossier.call.id) and id = \(invitation)
                """)
            try send(invitation, token, to: address, about: dossier, by: person, at: now, connection)
        }
    }

    private func send(
        _ id: InvitationID, _ token: SecretToken, to address: EmailAddress, about dossier: WholeDossier,
        by person: PersonID, at now: Instant, _ connection: Connection
    ) throws {
        guard let inviter = try connection.person(person)?.addressee,
            let invitation = dossier.submission.company.first(where: { $0.id == id })
        else { throw Fault.missing("invitation \(id)") }
        // A letter goes to a person: until the account is opened nothing is known but the address.
        try connection.execute(
            """
            insert into person (id, email, name, language, created_at)
            values (\(PersonID(.version7(at: now))), \(address.text), \(address.text),
                \(inviter.language.rawValue), \(now))
            on conflict (email) do nothing
            """)
        guard let addressee = try connection.person(under: address)?.addressee else {
            throw Fault.missing("person")
        }
        let language = addressee.language
        let expiry = dossier.submission.expiry(of: invitation, under: dossier.call)
        try self.send(
            .invitation, to: addressee, secret: token.text,
            organisation: dossier.organisation?.placedName(language) ?? inviter.name,
            also: [
                "inviter": inviter.name, "call": dossier.call.title(language),
                "closes": expiry.text(.long, thai: language == .thai),
            ], at: now, in: connection)
    }

    /// What the link of a letter invites to; throws `AccountRefusal.linkSpent`.
    public func invitation(_ link: String, at now: Instant) async throws -> InvitationOffer {
        try await database.read { connection in
            let found: SQL = "hash = \(SecretToken(text: link).hash)"
            guard let offer = try offers(found, at: now, connection).first else {
                throw AccountRefusal.linkSpent
            }
            return offer
        }
    }

    /// The invitation to the submission that waits for who is signed in, by the address of the account;
    /// any other is not found.
    public func invitation(
        to id: SubmissionID, for person: PersonID, at now: Instant
    ) async throws -> InvitationOffer {
        try await database.read { connection in
            let mine: SQL = """
                submission_id = \(id)
                    and address = (select email from person where id = \(person) and verified_at is not null)
                """
            guard let offer = try offers(mine, at: now, connection).first else { throw Refusal.notFound }
            return offer
        }
    }

    /// - Parameter condition: on the table `invitation`.
    private func offers(
        _ condition: SQL, at now: Instant, _ connection: Connection
    ) throws -> [InvitationOffer] {
        let rows = try connection.rows(
            "select id, submission_id from invitation where state = 'waiting' and " + condition
                + " order by id desc")
        return try rows.compactMap { row in
            let id: InvitationID = try row.id("id")
            guard let dossier = try anyDossier(row.id("submission_id"), for: nil, in: connection),
                let invitation = dossier.submission.company.first(where: { $0.id == id }),
                dossier.submission.isWaiting(invitation, under: dossier.call, at: now),
                let address = EmailAddress(typed: invitation.address)
            else { return nil }
            return InvitationOffer(
                submission: dossier.submission.id, call: dossier.call, organisation: dossier.organisation,
                inviter: try connection.person(invitation.invitedBy)?.addressee.name ?? "–",
                address: invitation.address,
                hasAccount: try connection.person(under: address)?.isVerified == true,
                expiresAt: dossier.submission.expiry(of: invitation, under: dossier.call),
                mayFile: dossier.programme.filing.colleagues.mayFile)
        }
    }
}
