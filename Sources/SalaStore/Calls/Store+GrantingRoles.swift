import Foundation
import SalaDatabase
public import SalaEngine
public import SalaThai

/// Who has which role towards a call, for those who grant them.
public struct CallPeople: Sendable {
    public var view: CallView
    /// Those of the office first, then by role and name.
    public var people: [RoleHolder]
    /// The organisations that have filed under the call, by those with a role who belong to them.
    public var filers: [PersonID: [OrganisationSummary]]
    /// Those with a role who have filed under the call in their own name.
    public var applicants: Set<PersonID>
}

/// Somebody with one role towards a call.
public struct RoleHolder: Equatable, Sendable {
    public var person: PersonID
    public var name: String
    public var email: String
    public var role: String
    /// The role comes with the place in the office and is not granted here.
    public var isOfOffice: Bool
    /// The reviews that the role asks of the person and that are not given yet.
    public var openReviews = 0
}

extension Store {
    /// Everyone with a role towards the call; refused to those who may not grant roles.
    public func people(in handle: String, for person: PersonID) async throws -> CallPeople {
        try await database.read { connection in
            let view = try callView(handle, for: person, in: connection)
            guard view.actor.may(.grantRoles, in: view.programme) else { throw Refusal.notAllowed }
            let rows = try connection.rows(
                """
                select person.id, person.name, person.email, membership.role, 1 as of_office
                from membership join person on person.id = membership.person_id
                where membership.organisation_id = \(view.call.organisation) and membership.state = 'approved'
                union all
                select person.id, person.name, person.email, call_role.role, 0 as of_office
                from call_role join person on person.id = call_role.person_id
                where call_role.call_id = \(view.call.id)
                order by of_office desc, role, name
                """)
            let open = try openReviews(in: view, connection)
            let holders = try rows.map { row in
                let (person, role): (PersonID, String) = (try row.id("id"), try row.get("role"))
                return RoleHolder(
                    person: person, name: try row.get("name"), email: try row.get("email"), role: role,
                    isOfOffice: try row.get("of_office"), openReviews: open[person]?[role] ?? 0)
            }
            let known = holders.filter {
                view.programme.role($0.role)?.granting == ($0.isOfOffice ? .organisation : .call)
            }
            let ids = Set(known.map(\.person)).map(\.uuid).sorted()
            return CallPeople(
                view: view, people: known, filers: try filers(among: ids, view.call.id, connection),
                applicants: try applicants(among: ids, view.call.id, connection))
        }
    }

    /// The organisations that have filed under the call and those of the people who belong to them.
    private func filers(
        among people: [UUID], _ call: CallID, _ connection: Connection
    ) throws -> [PersonID: [OrganisationSummary]] {
        let rows = try connection.rows(
            """
            select distinct membership.person_id, \(OrganisationSummary.columns)
            from membership join organisation on organisation.id = membership.organisation_id
            where membership.state = 'approved' and membership.person_id in \(list: people)
                and exists (select 1 from submission where submission.call_id = \(call)
                    and submission.organisation_id = membership.organisation_id
                    and submission.number is not null)
            order by organisation.name_th, organisation_id
            """)
        return try rows.reduce(into: [:]) { filers, row in
            guard let organisation = try row.organisation() else { return }
            filers[try row.id("person_id"), default: []].append(organisation)
        }
    }

    private func applicants(
        among people: [UUID], _ call: CallID, _ connection: Connection
    ) throws -> Set<PersonID> {
        let rows = try connection.rows(
            """
            select distinct applicant_id from submission where call_id = \(call)
                and organisation_id is null and number is not null and applicant_id in \(list: people)
            """)
        return Set(try rows.map { try $0.id("applicant_id") })
    }

    /// Grants a role to whoever has an account under the address; refuses with `mistakenCall` where nobody
    /// has one, or the role is none that calls grant.
    public func grant(
        _ role: String, toEmail typed: String, on handle: String, by person: PersonID, at now: Instant
    ) async throws {
        try await database.write { connection in
            let view = try callView(handle, for: person, in: connection)
            guard view.actor.may(.grantRoles, in: view.programme) else { throw Refusal.notAllowed }
            let email = EmailAddress(typed: typed)
            let known = try email.flatMap { try connection.person(under: $0) }
            var mistakes: [CallMistake] = []
            if known?.isVerified != true {
                let isMissing = typed.allSatisfy(\.isWhitespace)
                mistakes.append(
                    CallMistake(.person, isMissing ? .missing : email == nil ? .malformed : .unknown))
            }
            if view.programme.role(role)?.granting != .call {
                mistakes.append(CallMistake(.role, role.isEmpty ? .missing : .unknown))
            }
            guard let known, mistakes.isEmpty else { throw Refusal.mistakenCall(mistakes) }
            _ = try decide(
                .grant(role: role, person: known.addressee.person), on: view.call, by: person, at: now,
                in: connection)
        }
    }
}
