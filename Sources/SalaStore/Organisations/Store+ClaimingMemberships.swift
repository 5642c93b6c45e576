import SalaDatabase
public import SalaEngine
public import SalaThai

/// The roles that people hold in organisations of themselves; a programme's roles are granted beside them.
enum MembershipRole {
    /// Belongs to the organisation: files for it, and says who else belongs.
    static let member = "member"
    /// Runs calls for the organisation.
    static let officer = "officer"
}

extension Store {
    /// How many wishes of one person may wait at the same time.
    static let maximumClaims = 5

    /// Asks for a place in the organisation; after a refusal one may ask again. Throws `Refusal.notFound`,
    /// `.alreadyDone` or `.limitReached`.
    public func claimMembership(
        _ person: PersonID, _ organisation: OrganisationID, at now: Instant
    ) async throws {
        try await database.write { connection in
            let found = try connection.row(
                """
                select (select count(*) from organisation where id = \(organisation)) as organisations,
                    (select count(*) from membership where person_id = \(person)
                        and organisation_id = \(organisation) and (state = \(MembershipState.approved)
                            or state = \(MembershipState.asked) and role = \(MembershipRole.member))) as same,
                    (select count(*) from membership where person_id = \(person)
                        and state = \(MembershipState.asked)) as waiting
                """)
            guard let found, try found.get("organisations") == 1 else { throw Refusal.notFound }
            guard try found.get("same") == 0 else { throw Refusal.alreadyDone }
            guard try found.get("waiting") < Store.maximumClaims else {
                throw Refusal.limitReached(Store.maximumClaims)
            }
            try connection.execute(
                """
                insert into membership (organisation_id, person_id, role, state, asked_at)
                values (\(organisation), \(person), \(MembershipRole.member), \(MembershipState.asked),
                    \(now))
                on conflict (organisation_id, person_id, role) do update
                    set state = excluded.state, asked_at = excluded.asked_at, decided_at = null,
                        decided_by = null
                """)
        }
    }

    /// The person's places and wishes, the newest first.
    public func memberships(of person: PersonID) async throws -> [OwnMembership] {
        try await database.read { connection in
            try connection.rows(
                "select " + OrganisationEntry.columns
                    + """
                    , membership.role, membership.state, membership.asked_at
                    from membership join organisation on organisation.id = membership.organisation_id
                    where membership.person_id = \(person)
                    order by membership.asked_at desc, organisation.name_th
                    """
            ).compactMap { row in
                guard let organisation = try row.organisation() else { return nil }
                return OwnMembership(
                    organisation: organisation, role: try row.get("role"), state: try row.get("state"),
                    askedAt: try row.instant("asked_at"))
            }
        }
    }

    /// Gives a person a place in an organisation without a wish: for an operator and the demo.
    public func grantMembership(
        _ person: PersonID, _ organisation: OrganisationID, role: String, at now: Instant
    ) async throws {
        try await database.write { connection in
            try connection.execute(
                """
                insert into membership (organisation_id, person_id, role, state, asked_at, decided_at)
                values (\(organisation), \(person), \(role), \(MembershipState.approved), \(now), \(now))
                on conflict (organisation_id, person_id, role) do update set state = excluded.state,
                    decided_at = excluded.decided_at, decided_by = null
                where membership.state <> \(MembershipState.approved)
                """)
        }
    }
}
