import SalaDatabase
import SalaEngine
import SalaThai

extension Store {
    /// Writes what an event changes in the table `membership`, which everything reads that asks who belongs
    /// where.
    func project(
        _ event: Recorded<MembershipEvent>, on membership: Membership, _ connection: Connection
    ) throws {
        let (person, organisation) = (membership.person, membership.organisation)
        switch event.body {
        case .carriedOver: break
        case .claimed:
            try connection.execute(
                """
                insert into membership (organisation_id, person_id, role, state, asked_at)
                values (\(organisation), \(person), \(MembershipRole.member), \(MembershipState.asked),
                    \(event.at))
                on conflict (organisation_id, person_id, role) do update
                    set state = excluded.state, asked_at = excluded.asked_at, decided_at = null,
                        decided_by = null, reason = null
                """)
        case .withdrawn: try settle(event, membership, .withdrawn, connection)
        case .approved: try settle(event, membership, .approved, connection)
        case .refused(let reason): try settle(event, membership, .refused, reason: reason, connection)
        case .granted(_, let role):
            try connection.execute(
                """
                insert into membership (organisation_id, person_id, role, state, asked_at, decided_at)
                values (\(organisation), \(person), \(role), \(MembershipState.approved), \(event.at),
                    \(event.at))
                on conflict (organisation_id, person_id, role) do update
                    set state = excluded.state, decided_at = excluded.decided_at, decided_by = null,
                        reason = null
                """)
        case .ended(let reason):
            try connection.execute(
                """
                update membership set state = \(MembershipState.ended), decided_at = \(event.at),
                    decided_by = \(event.actor), reason = \(reason)
                where organisation_id = \(organisation) and person_id = \(person) and state = 'approved'
                """)
        }
    }

    /// What became of the claim.
    private func settle(
        _ event: Recorded<MembershipEvent>, _ membership: Membership, _ state: MembershipState,
        reason: String? = nil, _ connection: Connection
    ) throws {
        try connection.execute(
            """
            update membership set state = \(state), decided_at = \(event.at), decided_by = \(event.actor),
                reason = \(reason)
            where organisation_id = \(membership.organisation) and person_id = \(membership.person)
                and role = \(MembershipRole.member)
            """)
    }
}
