import Foundation
import SalaDatabase
import SalaEngine
import SalaThai

/// A membership with what its next event needs.
struct MembershipFile {
    var membership: Membership
    /// The hash of the newest event.
    var head: String
    /// What must be recorded before anything else: rows that stood before events were kept.
    var begun: [MembershipEvent] = []
}

extension Store {
    /// What is known of the person in the organisation; throws `Refusal.notFound` without the organisation.
    func membershipFile(
        _ person: PersonID, _ organisation: OrganisationID, at now: Instant, _ connection: Connection
    ) throws -> MembershipFile {
        let row = try connection.row(
            """
            select membership_snapshot.snapshot, membership_snapshot.head
            from organisation left join membership_snapshot
                on membership_snapshot.organisation_id = organisation.id
                    and membership_snapshot.person_id = \(person)
            where organisation.id = \(organisation)
            """)
        guard let row else { throw Refusal.notFound }
        if let head: String = try row.get("head") {
            return MembershipFile(membership: try row.json("snapshot"), head: head)
        }
        let id = MembershipID(.version7(at: now))
        return MembershipFile(
            membership: Membership(id: id, person: person, organisation: organisation),
            head: EventChain.root, begun: try carriedOver(person, organisation, connection))
    }

    /// Earlier versions wrote rows without events: what they say is carried over once.
    private func carriedOver(
        _ person: PersonID, _ organisation: OrganisationID, _ connection: Connection
    ) throws -> [MembershipEvent] {
        let rows = try connection.rows(
            """
            select role, state, asked_at from membership
            where organisation_id = \(organisation) and person_id = \(person)
                and state in ('asked', 'approved')
            order by asked_at, role
            """)
        guard !rows.isEmpty else { return [] }
        let roles: [MembershipRole] = try rows.filter { try $0.get("state") == MembershipState.approved }
            .map { try $0.get("role") }
        let claim = try rows.first { try $0.get("state") == MembershipState.asked }
        return [
            .carriedOver(
                MembershipEvent.Subject(person: person, organisation: organisation), roles: roles,
                claimedAt: try claim?.instant("asked_at"))
        ]
    }

    func keep(_ file: MembershipFile, _ connection: Connection) throws {
        let membership = file.membership
        try connection.execute(
            """
            insert into membership_snapshot (organisation_id, person_id, id, snapshot, head)
            values (\(membership.organisation), \(membership.person), \(membership.id),
                \(try JSON.encode(membership)), \(file.head))
            on conflict (organisation_id, person_id) do update
                set snapshot = excluded.snapshot, head = excluded.head
            """)
    }
}
