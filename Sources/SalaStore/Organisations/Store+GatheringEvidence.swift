import Foundation
import SalaDatabase
import SalaEngine
import SalaThai

/// A claim without what helps to decide it.
struct BareClaim {
    let organisation: OrganisationSummary
    let person: PersonID
    let name: String
    let email: String
    let registeredAt: Instant
    let askedAt: Instant
}

extension Store {
    /// So many members are named beside a claim.
    private static let namedMembers = 3
    /// So many members' addresses are compared with the one of who claims.
    private static let comparedMembers = 100

    /// What helps to decide each of the claims, in their order and in three queries whatever their number.
    func evidence(
        for claims: [BareClaim], of authority: MembershipAuthority, _ connection: Connection
    ) throws -> [ClaimEvidence] {
        let people = Set(claims.map(\.person)).sorted().map(\.uuid)
        let members = try members(of: Set(claims.map(\.organisation.id)), connection)
        let places = try places(of: people, connection)
        let refusals = try refusals(of: people, connection)
        return claims.map { claim in
            let (known, count) = members[claim.organisation.id] ?? ([], 0)
            return ClaimEvidence(
                registeredAt: claim.registeredAt,
                address: AddressLikeness(
                    of: claim.email, to: claim.organisation, among: known.map(\.email)),
                members: Array(known.prefix(Store.namedMembers)), memberCount: count,
                belongsTo: places[claim.person, default: []].filter { authority.decides(about: $0.id) },
                refusals: refusals[claim.person, default: []].filter {
                    authority.decides(about: $0.organisation.id)
                })
        }
    }

    private func members(
        of organisations: Set<OrganisationID>, _ connection: Connection
    ) throws -> [OrganisationID: ([ClaimEvidence.Member], Int)] {
        let rows = try connection.rows(
            """
            select organisation_id, name, email, members from (
                select belonging.organisation_id, person.name, person.email,
                    row_number() over (partition by belonging.organisation_id
                        order by belonging.since, person.id) as place,
                    count(*) over (partition by belonging.organisation_id) as members
                from (select organisation_id, person_id,
                        min(coalesce(decided_at, asked_at)) as since
                    from membership where state = 'approved'
                        and organisation_id in \(list: organisations.sorted().map(\.uuid))
                    group by organisation_id, person_id) as belonging
                join person on person.id = belonging.person_id
            ) as placed
            where place <= \(Store.comparedMembers) order by organisation_id, place
            """)
        return try rows.reduce(into: [:]) { members, row in
            let known = ClaimEvidence.Member(name: try row.get("name"), email: try row.get("email"))
            let organisation: OrganisationID = try row.id("organisation_id")
            let count: Int = try row.get("members")
            members[organisation, default: ([], count)].0.append(known)
        }
    }

    private func places(
        of people: [UUID], _ connection: Connection
    ) throws -> [PersonID: [OrganisationSummary]] {
        let rows = try connection.rows(
            """
            select distinct membership.person_id, \(OrganisationSummary.columns)
            from membership join organisation on organisation.id = membership.organisation_id
            where membership.person_id in \(list: people) and membership.state = 'approved'
            order by membership.person_id, organisation.name_th, organisation.id
            """)
        return try rows.reduce(into: [:]) { places, row in
            guard let organisation = try row.organisation() else { return }
            places[try row.id("person_id"), default: []].append(organisation)
        }
    }

    /// A new claim forgets in its row how the last one ended; the events do not.
    private func refusals(
        of people: [UUID], _ connection: Connection
    ) throws -> [PersonID: [ClaimEvidence.EarlierRefusal]] {
        let rows = try connection.rows(
            """
            select membership_snapshot.person_id, event.at, event.body, \(OrganisationSummary.columns)
            from membership_snapshot join event on event.call_id = membership_snapshot.organisation_id
                and event.subject_id = membership_snapshot.id and event.kind = 'membership-refused'
            join organisation on organisation.id = membership_snapshot.organisation_id
            where membership_snapshot.person_id in \(list: people)
            order by event.at desc, event.subject_id desc, event.sequence desc
            """)
        return try rows.reduce(into: [:]) { refusals, row in
            let event: MembershipEvent = try row.json("body")
            guard let organisation = try row.organisation(), case .refused(let reason) = event else { return }
            refusals[try row.id("person_id"), default: []].append(
                .init(organisation: organisation, at: try row.instant("at"), reason: reason))
        }
    }
}
