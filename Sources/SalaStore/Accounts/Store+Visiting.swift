import SalaDatabase
import SalaEngine
public import SalaThai

extension Store {
    /// Whose session the cookie's token is, or nil when there is none or it has ended: one query, and at most
    /// once a minute a second one that notes when the person was seen.
    public func visitor(_ token: String, at now: Instant) async throws -> Visitor? {
        let hash = SecretToken(text: token).hash
        let rows = try await database.read { connection in
            try connection.rows(
                """
                select session.person_id, session.csrf, session.seen_at, person.name, person.email,
                    person.language, membership.organisation_id, membership.role,
                    case when exists (select 1 from call_role where call_role.person_id = person.id)
                        then 1 else 0 end as has_call_role
                from session join person on person.id = session.person_id
                left join membership on membership.person_id = person.id and membership.state = 'approved'
                where session.hash = \(hash) and session.expires_at > \(now)
                    and session.seen_at > \(now.adding(seconds: -SessionLimits.idleSeconds))
                order by membership.organisation_id, membership.role
                """)
        }
        guard let first = rows.first else { return nil }
        if try first.instant("seen_at") <= now.adding(seconds: -SessionLimits.seenSeconds) {
            try await noteSeen(hash, at: now)
        }
        return Visitor(
            person: try first.id("person_id"), name: try first.get("name"), email: try first.get("email"),
            language: Language(rawValue: try first.get("language")) ?? .thai, csrf: try first.get("csrf"),
            memberships: try rows.compactMap(membership), hasCallRole: try first.get("has_call_role"),
            session: hash)
    }

    /// Leaves the note to the next request when the database takes none just now: the visitor shall not lose
    /// what was typed over it.
    private func noteSeen(_ hash: String, at now: Instant) async throws {
        do {
            try await database.write { connection in
                try connection.execute(
                    "update session set seen_at = \(now) where hash = \(hash) and seen_at < \(now)")
            }
        } catch  where Fault.isPassing(error) {}
    }

    private func membership(_ row: Row) throws -> Visitor.Membership? {
        guard let organisation: OrganisationID = try row.optionalID("organisation_id") else { return nil }
        return Visitor.Membership(organisation: organisation, role: try row.get("role"))
    }
}
