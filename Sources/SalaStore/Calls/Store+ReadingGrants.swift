import SalaDatabase
import SalaEngine

extension Store {
    /// The person with the roles and organisations that count in the call, by that version of its programme.
    func actor(
        _ person: PersonID?, in call: Call, of programme: Programme, _ connection: Connection
    ) throws -> Actor {
        guard let person else { return .nobody }
        let grants = try grants(of: person, under: "call_id = \(call.id)", connection)
        return Actor(person, grants, in: call, of: programme)
    }

    /// All that the person has been granted, in one query.
    ///
    /// - Parameter condition: on the table `call_role`; which calls are wanted.
    func grants(of person: PersonID, under condition: SQL, _ connection: Connection) throws -> Grants {
        let rows = try connection.rows(
            """
            select call_id, null as organisation_id, null as submission_id, role from call_role
            where person_id = \(person) and \(condition)
            union all
            select null, organisation_id, null, role from membership
            where person_id = \(person) and state = 'approved'
            union all
            select null, null, submission_id, state from invitation where person_id = \(person)
            """)
        return try rows.reduce(into: Grants()) { grants, row in
            if let submission: SubmissionID = try row.optionalID("submission_id") {
                let state = try Invitation.State(rawValue: row.get("role")) ?? .left
                // Who left and was invited again has several: what matters is whether one of them counts.
                if grants.invitations[submission] != .joined { grants.invitations[submission] = state }
            } else if let organisation: OrganisationID = try row.optionalID("organisation_id") {
                grants.places[organisation, default: []].insert(try row.get("role"))
            } else {
                grants.roles[try row.id("call_id"), default: []].insert(try row.get("role"))
            }
        }
    }
}
