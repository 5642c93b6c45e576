import Foundation
import SalaDatabase
public import SalaEngine
public import SalaThai

extension Store {
    /// The one way in for everything that is asked of a person's place in an organisation: loads what the
    /// engine needs, lets it decide, and writes events, rows and letters in one transaction.
    ///
    /// Throws `Refusal.notFound` for an organisation that is not there, and `RateRefusal` to who claims too
    /// often.
    @discardableResult
    public func decide(
        _ command: MembershipCommand, about person: PersonID, in organisation: OrganisationID,
        by actor: MembershipActor, at now: Instant
    ) async throws -> Membership {
        try await database.write { connection in
            var file = try membershipFile(person, organisation, at: now, connection)
            for event in file.begun { try record(event, in: &file, by: nil, at: now, connection) }
            let situation = try situation(of: command, about: person, by: actor, at: now, connection)
            let events = try file.membership.decide(command, in: situation)
            if command == .claim { try connection.demand(.claims(of: person), at: now) }
            let wasActive = file.membership.isActive
            for event in events { try record(event, in: &file, by: actor.person, at: now, connection) }
            try keep(file, connection)
            if !wasActive, file.membership.isActive {
                try takeOffConflicts(of: person, joining: organisation, at: now, connection)
            }
            return file.membership
        }
    }

    /// Asks for a place in the organisation in the person's own name.
    public func claimMembership(
        _ person: PersonID, _ organisation: OrganisationID, at now: Instant
    ) async throws {
        try await decide(.claim, about: person, in: organisation, by: .person(person), at: now)
    }

    /// Gives a person a role in an organisation in the installation's name; one that the person has already
    /// stays.
    public func grantMembership(
        _ person: PersonID, _ organisation: OrganisationID, role: MembershipRole, at now: Instant
    ) async throws {
        do {
            try await decide(.grant(role), about: person, in: organisation, by: .installation, at: now)
        } catch Refusal.membership(.alreadyMember) {}
    }

    private func situation(
        of command: MembershipCommand, about person: PersonID, by actor: MembershipActor, at now: Instant,
        _ connection: Connection
    ) throws -> MembershipSituation {
        var situation = MembershipSituation(actor: actor)
        switch command {
        case .claim:
            let row = try connection.row(
                """
                select count(*) as count from membership where person_id = \(person) and state = 'asked'
                """)
            situation.waitingClaims = try row?.get("count") ?? 0
        case .withdraw: break
        case .approve, .refuse, .end:
            situation.authority = try actor.person.map { try authority(of: $0, at: now, connection) }
        case .grant:
            let newest = try newestProgrammes(in: connection)
            situation.knownRoles = Set(newest.flatMap(\.programme.membershipRoles))
        }
        return situation
    }

    private func record(
        _ event: MembershipEvent, in file: inout MembershipFile, by actor: PersonID?, at now: Instant,
        _ connection: Connection
    ) throws {
        let recorded = Recorded(sequence: file.membership.sequence + 1, at: now, actor: actor, body: event)
        file.membership.evolve(recorded)
        file.head = try connection.append(
            recorded, kind: event.kind, subject: file.membership.id.uuid,
            under: file.membership.organisation, previous: file.head)
        try project(recorded, on: file.membership, connection)
        for letter in file.membership.letters(after: recorded) {
            try write(letter, about: file.membership, at: now, in: connection)
        }
    }
}
