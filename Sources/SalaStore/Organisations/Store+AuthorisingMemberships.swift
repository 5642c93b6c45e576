import Foundation
import SalaDatabase
import SalaEngine
import SalaThai

extension Store {
    /// About which organisations the person decides, in two queries whatever the number of organisations and
    /// calls.
    func authority(
        of person: PersonID, at now: Instant, _ connection: Connection
    ) throws -> MembershipAuthority {
        let rows = try connection.rows(
            """
            select organisation_id, role from membership where person_id = \(person) and state = 'approved'
            """)
        var roles: [OrganisationID: Set<MembershipRole>] = [:]
        for row in rows { roles[try row.id("organisation_id"), default: []].insert(try row.get("role")) }
        let calls = try officeCalls(
            "organisation_id in \(list: roles.keys.sorted().map(\.uuid))", at: now, connection)
        return MembershipAuthority(of: person, roles: roles, calls: calls, at: now)
    }

    /// Those who decide about a claim to the organisation: who belongs to it, or the officers of calls where
    /// nobody does. The first few are enough: a claim needs one.
    func approvers(
        of person: PersonID, in organisation: OrganisationID, at now: Instant, _ connection: Connection
    ) throws -> [Addressee] {
        let members = try addressees(
            "membership.organisation_id = \(organisation)", besides: person, connection)
        guard members.isEmpty else { return members }
        let conditions = try decidingOffices(besides: organisation, at: now, connection).map {
            office -> SQL in
            let roles = office.roles.sorted { $0.rawValue < $1.rawValue }
            return "membership.organisation_id = \(office.id) and membership.role in \(list: roles)"
        }
        guard !conditions.isEmpty else { return [] }
        return try addressees(conditions.joined(separator: " or "), besides: person, connection)
    }

    /// The offices whose officers decide about claims to other organisations, those with the newest calls
    /// first.
    func decidingOffices(
        besides organisation: OrganisationID?, at now: Instant, _ connection: Connection
    ) throws -> [(id: OrganisationID, roles: Set<MembershipRole>)] {
        let calls = try officeCalls("1 = 1", at: now, connection)
        var roles: [OrganisationID: Set<MembershipRole>] = [:]
        for call in calls { roles[call.office, default: []].formUnion(call.deciders(at: now)) }
        var order: [OrganisationID] = []
        for call in calls where !order.contains(call.office) { order.append(call.office) }
        return order.filter { $0 != organisation }.compactMap { office in
            roles[office].flatMap { $0.isEmpty ? nil : (office, $0) }
        }
    }

    /// So many offices and versions of their programmes are looked at.
    private static let maximumOffices = 100
    /// So many people are told of one claim.
    private static let maximumApprovers = 20

    /// The calls that may count, those opened last first. Those that are alike in what the rule asks for are
    /// one: the one that ends last.
    private func officeCalls(
        _ condition: SQL, at now: Instant, _ connection: Connection
    ) throws -> [OfficeCall] {
        let rows = try connection.rows(
            """
            select organisation_id, version_id, state, max(closes_at) as closes_at,
                sum(case when closes_at is null then 1 else 0 end) as endless
            from call
            where state = 'published' and \(condition)
                and (closes_at is null or closes_at >= \(OfficeCall.earliestEnd(at: now)))
            group by organisation_id, version_id, state
            order by max(opens_at) desc, organisation_id, version_id limit \(Store.maximumOffices)
            """)
        return try rows.map { row in
            guard let state = Call.State(rawValue: try row.get("state")) else {
                throw Fault.unreadable("a call's state")
            }
            return OfficeCall(
                office: try row.id("organisation_id"), state: state,
                closes: try row.get("endless") > 0 ? nil : try row.optionalInstant("closes_at"),
                programme: try programmes.programme(try row.id("version_id"), in: connection))
        }
    }

    private func addressees(
        _ condition: SQL, besides person: PersonID, _ connection: Connection
    ) throws -> [Addressee] {
        let rows = try connection.rows(
            """
            select id, email, name, language from person
            where id <> \(person) and verified_at is not null and id in
                (select membership.person_id from membership
                 where membership.state = 'approved' and (\(condition)))
            order by created_at, id limit \(Store.maximumApprovers)
            """)
        return try rows.map { try $0.addressee() }
    }
}

extension MembershipAuthority {
    /// A condition on the table `membership`: the claims that the person may decide, as `decides` would say
    /// of each.
    var waitingClaims: SQL {
        "membership.state = 'asked' and membership.person_id <> \(person) and " + places
    }

    /// A condition on the table `membership`: the claims that the person has decided, or might have.
    var decidedClaims: SQL {
        """
        membership.decided_at is not null and membership.person_id <> \(person)
            and (membership.decided_by = \(person) or \(places))
        """
    }

    /// A condition on the table `membership`: the organisations that the person decides about.
    private var places: SQL {
        var places: [SQL] = []
        if !organisations.isEmpty {
            places.append("membership.organisation_id in \(list: organisations.sorted().map(\.uuid))")
        }
        // Every organisation is another one than one of two offices.
        if offices.count > 1 {
            places = ["1 = 1"]
        } else if let office = offices.first {
            places.append("membership.organisation_id <> \(office)")
        }
        guard !places.isEmpty else { return "1 = 0" }
        return "(" + places.joined(separator: " or ") + ")"
    }
}
