import SalaDatabase
public import SalaEngine
public import SalaThai

extension Store {
    /// Opens an account under the address that the link was sent to, which has thereby proved it. Gives what
    /// is wrong with the name or the password: then the link is still good. Throws
    /// `AccountRefusal.linkSpent`, also where somebody has an account under the address already.
    public func openAccount(
        invitedBy link: String, name: String, password: String, language: Language, at now: Instant
    ) async throws -> [AccountFault] {
        let offer = try await invitation(link, at: now)
        let name = name.onOneLine
        let password = PasswordRule.canonical(password)
        let faults = [
            PersonName.fault(in: name),
            PasswordRule.fault(in: password, email: EmailAddress(typed: offer.address)),
        ].compactMap(\.self)
        guard faults.isEmpty else { return faults }
        let hash = try await passwords.hash(password)
        try await database.write { connection in
            let opened = try connection.execute(
                """
                update person set name = \(name), password = \(hash), language = \(language.rawValue),
                    verified_at = \(now)
                where email = \(offer.address) and verified_at is null
                """)
            guard opened == 1 else { throw AccountRefusal.linkSpent }
        }
        return []
    }

    /// The person writes the submission along from now on, by the invitation that was sent to the address of
    /// the account.
    public func join(_ id: SubmissionID, by person: PersonID, at now: Instant) async throws {
        try await database.write { connection in
            let row = try connection.row(
                """
                select invitation.id from invitation join person on person.email = invitation.address
                where invitation.submission_id = \(id) and person.id = \(person)
                    and person.verified_at is not null
                order by case when invitation.state = 'waiting' then 0 else 1 end, invitation.id desc limit 1
                """)
            guard let row, var dossier = try anyDossier(id, for: person, in: connection) else {
                throw Refusal.notFound
            }
            try decide(.join(row.id("id")), on: &dossier, at: now, in: connection)
        }
    }

    /// Who was invited to the submission, and by whom, for those who write it.
    public func company(
        of id: SubmissionID, for person: PersonID, at now: Instant
    ) async throws -> Company {
        try await database.read { connection in
            let dossier = try dossier(id, for: person, in: connection)
            guard Eyes(dossier).isFiler else { throw Refusal.notAllowed }
            let invitations = dossier.submission.company
            let people = Set(invitations.flatMap { [$0.invitedBy] + ($0.person.map { [$0] } ?? []) })
            let rows = try connection.rows(
                "select id, name from person where id in \(list: people.map(\.uuid).sorted())")
            let situation = dossier.situation(at: now, calendar: calendar)
            let submission = dossier.submission
            return Company(
                dossier: Dossier(dossier),
                members: invitations.map { invitation in
                    Company.Member(
                        invitation: invitation,
                        expiresAt: submission.expiry(of: invitation, under: dossier.call),
                        isWaiting: submission.isWaiting(invitation, under: dossier.call, at: now))
                },
                names: try Dictionary(
                    uniqueKeysWithValues: rows.map { (try $0.id("id"), try $0.get("name")) }),
                mayInvite: submission.mayInvite(in: situation))
        }
    }
}

/// Everybody who was ever invited to write a submission along.
public struct Company: Sendable {
    /// One invitation, and what has become of it.
    public struct Member: Sendable {
        public var invitation: Invitation
        public var expiresAt: Instant
        /// It can still be answered.
        public var isWaiting: Bool
    }

    public var dossier: Dossier
    /// First come first.
    public var members: [Member]
    /// Of those who invited and of those who joined.
    public var names: [PersonID: String]
    /// The person may invite others now.
    public var mayInvite: Bool
}
