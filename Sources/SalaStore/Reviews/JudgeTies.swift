import SalaDatabase
import SalaEngine

/// What the record shows between judges and those who may enter: where they are, were, and lie.
struct JudgeTies: Sendable {
    private(set) var organisations: [PersonID: Set<OrganisationID>] = [:]
    private(set) var former: [PersonID: Set<OrganisationID>] = [:]
    private(set) var provinces: [PersonID: Set<String>] = [:]

    /// - Parameter people: a query for the ids of the judges.
    init(of people: SQL, _ connection: Connection) throws {
        let rows = try connection.rows(
            """
            select membership.person_id, membership.organisation_id, organisation.province_code, 1 as is_now
            from membership join organisation on organisation.id = membership.organisation_id
            where membership.state = 'approved' and membership.person_id in (\(people))
            union
            select membership_snapshot.person_id, membership_snapshot.organisation_id, '' as province_code,
                0 as is_now
            from membership_snapshot join event on event.call_id = membership_snapshot.organisation_id
                and event.subject_id = membership_snapshot.id and event.kind = 'membership-ended'
            where membership_snapshot.person_id in (\(people))
            """)
        for row in rows {
            let (person, organisation): (PersonID, OrganisationID) = (
                try row.id("person_id"), try row.id("organisation_id")
            )
            if try row.get("is_now") {
                organisations[person, default: []].insert(organisation)
                let province: String = try row.get("province_code")
                if !province.isEmpty { provinces[person, default: []].insert(province) }
            } else {
                former[person, default: []].insert(organisation)
            }
        }
    }

    /// The judge with what the record shows.
    func adding(to judge: Actor) -> Actor {
        guard let person = judge.person else { return judge }
        var known = judge
        known.organisations.formUnion(organisations[person] ?? [])
        known.formerOrganisations = former[person] ?? []
        known.provinces = provinces[person] ?? []
        return known
    }
}

extension Store {
    /// The person as one who is asked to judge in the call, with all that the record shows.
    func judge(
        _ person: PersonID, in call: Call, of programme: Programme, _ connection: Connection
    ) throws -> Actor {
        let ties = try JudgeTies(of: "select id from person where id = \(person)", connection)
        return ties.adding(to: try actor(person, in: call, of: programme, connection))
    }
}
