import SalaDatabase
public import SalaEngine
public import SalaThai

extension Store {
    /// So many events of a history are told, the latest.
    static let toldMembershipEvents = 100
    /// So many members of an organisation are listed.
    static let listedMembers = 500

    /// What happened to the person's own memberships.
    public func membershipHistory(of person: PersonID) async throws -> MembershipHistory {
        try await database.read { connection in
            try history("membership_snapshot.person_id = \(person)", connection)
        }
    }

    /// So many claims that were decided are told, the latest.
    static let toldDecisions = 10

    /// The claims that were decided last, by the person or by others who decide the same: who decided, when
    /// and what.
    public func decidedMemberships(for person: PersonID, at now: Instant) async throws -> MembershipHistory {
        try await database.read { connection in
            let authority = try authority(of: person, at: now, connection)
            var told = try history(
                """
                (membership_snapshot.organisation_id, membership_snapshot.person_id) in
                    (select organisation_id, person_id from membership
                     where \(authority.decidedClaims)
                     order by decided_at desc, organisation_id, person_id limit \(Store.toldDecisions))
                """, connection)
            told.entries = told.entries.filter { entry in
                switch entry.event.body {
                case .approved, .refused: true
                default: false
                }
            }
            told.entries = Array(told.entries.prefix(Store.toldDecisions))
            return told
        }
    }

    /// Who belongs to the organisation, for those who decide who does; for others it is not found.
    public func people(
        of organisation: OrganisationID, for person: PersonID, at now: Instant
    ) async throws -> OrganisationPeople {
        try await database.read { connection in
            guard try authority(of: person, at: now, connection).decides(about: organisation),
                let summary = try organisationSummaries([organisation], in: connection).first
            else { throw Refusal.notFound }
            let rows = try connection.rows(
                """
                select person.id, person.name, person.email, membership.role,
                    coalesce(membership.decided_at, membership.asked_at) as since
                from membership join person on person.id = membership.person_id
                where membership.organisation_id = \(organisation) and membership.state = 'approved'
                order by since, person.id, membership.role limit \(Store.listedMembers)
                """)
            var members: [OrganisationPeople.Member] = []
            for row in rows {
                let id: PersonID = try row.id("id")
                let role: MembershipRole = try row.get("role")
                if let index = members.firstIndex(where: { $0.person == id }) {
                    members[index].roles.append(role)
                } else {
                    members.append(
                        OrganisationPeople.Member(
                            person: id, name: try row.get("name"), email: try row.get("email"),
                            roles: [role], since: try row.instant("since")))
                }
            }
            return OrganisationPeople(
                organisation: summary, members: members,
                history: try history(
                    "membership_snapshot.organisation_id = \(organisation)", connection))
        }
    }

    private func history(_ condition: SQL, _ connection: Connection) throws -> MembershipHistory {
        let rows = try connection.rows(
            """
            select \(OrganisationSummary.columns), membership_snapshot.person_id, event.sequence, event.at,
                event.actor_id, event.body
            from membership_snapshot join event on event.call_id = membership_snapshot.organisation_id
                and event.subject_id = membership_snapshot.id
            join organisation on organisation.id = membership_snapshot.organisation_id
            where \(condition)
            order by event.at desc, event.subject_id desc, event.sequence desc
            limit \(Store.toldMembershipEvents)
            """)
        let entries = try rows.compactMap { row -> MembershipHistory.Entry? in
            guard let organisation = try row.organisation() else { return nil }
            return MembershipHistory.Entry(
                person: try row.id("person_id"), organisation: organisation,
                event: Recorded(
                    sequence: try row.get("sequence"), at: try row.instant("at"),
                    actor: try row.optionalID("actor_id"), body: try row.json("body")))
        }
        let people = Set(entries.flatMap { [$0.person] + ($0.event.actor.map { [$0] } ?? []) })
        let names = try connection.rows(
            "select id, name from person where id in \(list: people.sorted().map(\.uuid))")
        return MembershipHistory(
            entries: entries,
            names: try Dictionary(uniqueKeysWithValues: names.map { (try $0.id("id"), try $0.get("name")) }))
    }
}
