import SalaDatabase
public import SalaEngine
public import SalaThai

extension Store {
    /// The claims that the person may decide, the oldest first; nobody's own.
    public func pendingMemberships(
        for person: PersonID, limit: Int = 200, at now: Instant
    ) async throws -> [MembershipClaim] {
        try await database.read { connection in
            let authority = try authority(of: person, at: now, connection)
            let rows = try connection.rows(
                """
                select \(OrganisationSummary.columns), person.id as person_id, person.name, person.email,
                    person.created_at, membership.asked_at
                from membership join organisation on organisation.id = membership.organisation_id
                join person on person.id = membership.person_id
                where \(authority.waitingClaims)
                order by membership.asked_at, membership.organisation_id, membership.person_id
                limit \(limit)
                """
            )
            let claims = try rows.compactMap { row -> BareClaim? in
                guard let organisation = try row.organisation() else { return nil }
                return BareClaim(
                    organisation: organisation, person: try row.id("person_id"), name: try row.get("name"),
                    email: try row.get("email"), registeredAt: try row.instant("created_at"),
                    askedAt: try row.instant("asked_at"))
            }
            return zip(claims, try evidence(for: claims, of: authority, connection)).map {
                MembershipClaim(
                    organisation: $0.organisation, person: $0.person, name: $0.name, email: $0.email,
                    askedAt: $0.askedAt, evidence: $1)
            }
        }
    }

    /// How many claims wait for the person's decision: those that `pendingMemberships` lists.
    public func pendingMembershipCount(for person: PersonID, at now: Instant) async throws -> Int {
        try await database.read { connection in
            let authority = try authority(of: person, at: now, connection)
            let row = try connection.row(
                "select count(*) as count from membership where \(authority.waitingClaims)")
            return try row?.get("count") ?? 0
        }
    }

    /// The person's roles in organisations, claims that wait and those that were refused, the newest first.
    public func memberships(of person: PersonID, at now: Instant) async throws -> [OwnMembership] {
        try await database.read { connection in
            let rows = try connection.rows(
                """
                select \(OrganisationSummary.columns), membership.role, membership.state,
                    membership.asked_at, membership.decided_at, membership.reason,
                    (select count(distinct other.person_id) from membership as other
                     where other.organisation_id = membership.organisation_id
                        and other.state = 'approved' and other.person_id <> \(person)) as members
                from membership join organisation on organisation.id = membership.organisation_id
                where membership.person_id = \(person)
                    and membership.state in ('asked', 'approved', 'refused')
                order by membership.asked_at desc, organisation.name_th, membership.role
                """)
            let isLonely = try rows.contains {
                try $0.get("state") == MembershipState.asked && $0.get("members") == 0
            }
            let offices = isLonely ? try namedOffices(at: now, connection) : []
            return try rows.compactMap { try OwnMembership($0, offices: offices) }
        }
    }

    /// The first of the offices that decide where nobody belongs to an organisation yet.
    private func namedOffices(at now: Instant, _ connection: Connection) throws -> [OrganisationSummary] {
        let ids = try decidingOffices(besides: nil, at: now, connection).prefix(4).map(\.id)
        let byID = Dictionary(
            uniqueKeysWithValues: try organisationSummaries(Array(ids), in: connection).map { ($0.id, $0) })
        return ids.compactMap { byID[$0] }
    }
}

extension OwnMembership {
    fileprivate init?(_ row: Row, offices: [OrganisationSummary]) throws {
        guard let organisation = try row.organisation() else { return nil }
        self.organisation = organisation
        role = try row.get("role")
        state = try row.get("state")
        askedAt = try row.instant("asked_at")
        decidedAt = try row.optionalInstant("decided_at")
        reason = state == .refused ? try row.get("reason") : nil
        guard state == .asked else { return }
        let members: Int = try row.get("members")
        deciders =
            members > 0
            ? .members(members) : .offices(Array(offices.filter { $0.id != organisation.id }.prefix(3)))
    }
}
