import SalaDatabase
public import SalaEngine
public import SalaThai

extension Store {
    /// The wishes that the approver may decide, the oldest first, in one query; nobody's own.
    ///
    /// A member decides about the member's organisation, an officer of an office that runs calls about all.
    public func pendingMemberships(
        for approver: Visitor, limit: Int = 200
    ) async throws -> [MembershipClaim] {
        try await database.read { connection in
            try connection.rows(
                "select " + OrganisationEntry.columns
                    + """
                    , person.id as person_id, person.name, person.email, membership.asked_at
                    from membership join organisation on organisation.id = membership.organisation_id
                    join person on person.id = membership.person_id
                    where membership.state = \(MembershipState.asked)
                        and membership.person_id <> \(approver.person)
                        and (membership.organisation_id in (\(ownOrganisations(approver.person)))
                            or exists (\(offices(of: approver.person))))
                    order by membership.asked_at, membership.organisation_id, membership.person_id
                    limit \(limit)
                    """
            ).compactMap { row in
                guard let organisation = try row.organisation() else { return nil }
                return MembershipClaim(
                    organisation: organisation, person: try row.id("person_id"), name: try row.get("name"),
                    email: try row.get("email"), askedAt: try row.instant("asked_at"))
            }
        }
    }

    /// Approves or refuses a wish and tells the person by letter.
    ///
    /// Throws `Refusal.notAllowed` to who may not decide, also about oneself, `.notFound` without a wish and
    /// `.alreadyDone` after a decision.
    public func decideMembership(
        of person: PersonID, in organisation: OrganisationID, by approver: Visitor, approve: Bool,
        at now: Instant
    ) async throws {
        guard person != approver.person else { throw Refusal.notAllowed }
        try await database.write { connection in
            let right = try connection.row(
                """
                select 1 where \(organisation) in (\(ownOrganisations(approver.person)))
                    or exists (\(offices(of: approver.person)))
                """)
            guard right != nil else { throw Refusal.notAllowed }
            let wish = try connection.row(
                """
                select state from membership where organisation_id = \(organisation) and person_id = \(person)
                    and role = \(MembershipRole.member)
                """)
            guard let wish else { throw Refusal.notFound }
            guard try wish.get("state") == MembershipState.asked else { throw Refusal.alreadyDone }
            let state = approve ? MembershipState.approved : .refused
            try connection.execute(
                """
                update membership set state = \(state), decided_at = \(now), decided_by = \(approver.person)
                where organisation_id = \(organisation) and person_id = \(person)
                    and role = \(MembershipRole.member)
                """)
            try tell(person, about: organisation, approve, at: now, in: connection)
        }
    }

    private func tell(
        _ person: PersonID, about organisation: OrganisationID, _ isApproved: Bool, at now: Instant,
        in connection: Connection
    ) throws {
        let row = try connection.row(
            "select " + OrganisationEntry.columns + " from organisation where id = \(organisation)")
        guard let summary = try row?.organisation(), let known = try connection.person(person) else {
            throw Fault.missing("organisation or person of a membership")
        }
        try send(
            isApproved ? .membershipApproved : .membershipRefused, to: known.addressee,
            organisation: summary.name(known.addressee.language), at: now, in: connection)
    }
}

private func ownOrganisations(_ person: PersonID) -> SQL {
    """
    select organisation_id from membership where person_id = \(person) and role = \(MembershipRole.member)
        and state = \(MembershipState.approved)
    """
}

private func offices(of person: PersonID) -> SQL {
    """
    select 1 from membership as office join call on call.organisation_id = office.organisation_id
    where office.person_id = \(person) and office.role = \(MembershipRole.officer)
        and office.state = \(MembershipState.approved)
    """
}
