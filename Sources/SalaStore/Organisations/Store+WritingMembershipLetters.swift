import SalaDatabase
import SalaEngine
import SalaThai

extension Store {
    /// Writes a letter about a membership to everybody whom it goes to, in the transaction of the event it
    /// follows from.
    func write(
        _ letter: MembershipLetter, about membership: Membership, at now: Instant, in connection: Connection
    ) throws {
        guard let known = try connection.person(membership.person),
            let organisation = try organisationSummaries([membership.organisation], in: connection).first
        else { throw Fault.missing("organisation or person of a membership") }
        func tell(
            _ name: AccountLetters.Name, to addressee: Addressee, _ more: [String: String] = [:]
        ) throws {
            try send(
                name, to: addressee, organisation: organisation.placedName(addressee.language), also: more,
                at: now, in: connection)
        }
        switch letter {
        case .claimReceived: try tell(.membershipReceived, to: known.addressee)
        case .approved:
            let calls = try openCalls(
                for: membership.person, of: membership.organisation, known.addressee.language, at: now,
                connection)
            try tell(.membershipApproved, to: known.addressee, ["calls": calls.joined(separator: "\n")])
        case .refused(let reason):
            try tell(.membershipRefused, to: known.addressee, ["reason": reason])
        case .ended(let reason): try tell(.membershipEnded, to: known.addressee, ["reason": reason])
        case .claimWaits:
            let approvers = try approvers(
                of: membership.person, in: membership.organisation, at: now, connection)
            for approver in approvers where try mayTell(approver, at: now, connection) {
                try tell(
                    .membershipWaiting, to: approver,
                    ["claimant": known.addressee.name, "email": known.addressee.address])
            }
        }
    }

    /// The open calls under which the organisation may still begin, those that close first and few of them:
    /// each with its title and where to begin.
    private func openCalls(
        for member: PersonID, of organisation: OrganisationID, _ language: Language, at now: Instant,
        _ connection: Connection
    ) throws -> [String] {
        let isOpen: SQL = """
            state = 'published' and organisation_id <> \(organisation) and opens_at <= \(now)
                and (closes_at is null or closes_at >= \(now))
            """
        let versions: [VersionID] = try connection.rows(
            "select distinct version_id from call where " + isOpen
        ).map { try $0.id("version_id") }
        let filed = try versions.filter {
            try programmes.programme($0, in: connection).filing.by == .organisation
        }
        let rows = try connection.rows(
            "select handle, snapshot as call from call where " + isOpen
                + """
                 and version_id in \(list: filed)
                order by case when closes_at is null then 1 else 0 end, closes_at, handle limit 20
                """)
        let calls: [Call] = try rows.map { try $0.json("call") }.filter { call in
            let programme = try programmes.programme(call.version, in: connection)
            guard let limit = programme.filing.limit else { return true }
            return try countFilings(of: programme, call.id, organisation, member, connection) < limit
        }
        return calls.prefix(3).map { call in
            "\(call.title(language))\n\(links.address(.start(call: call.handle)))"
        }
    }

    /// Where thousands claim in one day, nobody gets thousands of letters: the list of claims has them all.
    private func mayTell(
        _ approver: Addressee, at now: Instant, _ connection: Connection
    ) throws -> Bool {
        do {
            try connection.demand(.claimLetters(approver.address), at: now)
            return true
        } catch is RateRefusal {
            return false
        }
    }
}
