import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

@Suite("The history of memberships")
struct MembershipHistoryTests {
    private let start = FairHome.time(13)

    @Test("says who approved whom and when, to the person and to those who decide, and to nobody else")
    func tells() async throws {
        try await FairHome.with { home in
            let clerk = try await home.enrol("clerk")
            let town = home.towns[0]
            try await home.store.claimMembership(clerk, town, at: start)
            try await home.store.decide(
                .approve, about: clerk, in: town, by: .person(home.filers[0]), at: FairHome.time(14))
            let own = try await home.store.membershipHistory(of: clerk)
            #expect(own.entries.map(\.event.body.kind) == ["membership-approved", "membership-claimed"])
            #expect(own.entries.map(\.event.at) == [FairHome.time(14), start])
            #expect(own.entries.map(\.event.actor) == [home.filers[0], clerk])
            #expect(own.entries.allSatisfy { $0.person == clerk && $0.organisation.id == town })
            #expect(own.names == [clerk: "Demo clerk", home.filers[0]: "Demo filer-0"])
            for person in [clerk, home.officer] {
                let people = try await home.store.people(of: town, for: person, at: start)
                #expect(people.organisation.id == town)
                #expect(people.members.map(\.person) == [home.filers[0], clerk])
                #expect(people.members.map(\.since) == [FairHome.time(1), FairHome.time(14)])
                #expect(people.history.entries.map(\.person) == [clerk, clerk, home.filers[0]])
                // The grant had nobody who signs in for its actor.
                #expect(people.history.entries.last?.event.actor == nil)
            }
            for person in [home.filers[1], home.stranger] {
                await #expect(throws: Refusal.notFound) {
                    try await home.store.people(of: town, for: person, at: start)
                }
            }
            #expect(try await home.store.membershipHistory(of: home.stranger).entries == [])
        }
    }

    @Test("tells who decides what was decided lately, by whom and when, and others nothing")
    func decided() async throws {
        try await FairHome.with { home in
            let (clerk, other) = (try await home.enrol("clerk"), try await home.enrol("other"))
            let town = home.towns[0]
            for (person, at) in [(clerk, 13), (other, 14)] {
                try await home.store.claimMembership(person, town, at: FairHome.time(at))
            }
            #expect(try await home.store.decidedMemberships(for: home.officer, at: start).entries == [])
            try await home.store.decide(
                .approve, about: clerk, in: town, by: .person(home.officer), at: FairHome.time(15))
            try await home.store.decide(
                .refuse(reason: "ไม่รู้จัก"), about: other, in: town, by: .person(home.filers[0]),
                at: FairHome.time(16))
            for person in [home.officer, home.filers[0]] {
                let told = try await home.store.decidedMemberships(for: person, at: FairHome.time(17))
                #expect(told.entries.map(\.person) == [other, clerk])
                #expect(
                    told.entries.map(\.event.body.kind) == ["membership-refused", "membership-approved"])
                #expect(told.entries.map(\.event.actor) == [home.filers[0], home.officer])
                #expect(told.entries.map(\.event.at) == [FairHome.time(16), FairHome.time(15)])
            }
            for person in [home.filers[1], home.stranger] {
                let told = try await home.store.decidedMemberships(for: person, at: FairHome.time(17))
                #expect(told.entries == [])
            }
        }
    }

    @Test("lists somebody with two roles once")
    func twoRoles() async throws {
        try await FairHome.with { home in
            try await home.store.grantMembership(home.officer, home.office, role: .member, at: start)
            let people = try await home.store.people(of: home.office, for: home.officer, at: start)
            #expect(people.members.map(\.roles) == [[.officer, .member]])
        }
    }

    @Test("replays to what is stored beside it")
    func replays() async throws {
        try await FairHome.with { home in
            let clerk = try await home.enrol("clerk")
            let town = home.towns[0]
            let member = MembershipActor.person(home.filers[0])
            let commands: [(MembershipCommand, MembershipActor)] = [
                (.claim, .person(clerk)), (.refuse(reason: "ก"), member), (.claim, .person(clerk)),
                (.approve, member), (.grant(.officer), .installation), (.end(reason: "ข"), .installation),
                (.claim, .person(clerk)), (.withdraw, .person(clerk)),
            ]
            for (hour, (command, actor)) in commands.enumerated() {
                let now = FairHome.time(14, hour)
                let membership = try await home.store.decide(
                    command, about: clerk, in: town, by: actor, at: now)
                let (events, kept) = try await home.store.database.read { connection in
                    let file = try home.store.membershipFile(clerk, town, at: now, connection)
                    let events = try connection.events(
                        of: membership.id.uuid, under: town, as: MembershipEvent.self)
                    return (events, file.membership)
                }
                #expect(events.count == hour + 1)
                #expect(Membership.replaying(membership.id, events) == membership)
                #expect(kept == membership)
            }
        }
    }

    @Test("begins with what stood before events were kept")
    func carriesOver() async throws {
        try await FairHome.with { home in
            let clerk = try await home.enrol("clerk")
            let town = home.towns[0]
            try await home.store.database.write { connection in
                for (person, role, state) in [
                    (clerk, "member", "approved"), (clerk, "officer", "approved"),
                    (home.stranger, "member", "asked"), (home.checker, "member", "refused"),
                ] {
                    try connection.execute(
                        """
                        insert into membership (organisation_id, person_id, role, state, asked_at)
                        values (\(town), \(person), \(role), \(state), \(FairHome.time(2)))
                        """)
                }
            }
            let left = try await home.store.decide(
                .end(reason: ""), about: clerk, in: town, by: .person(clerk), at: start)
            #expect(!left.isActive && left.sequence == 2)
            let history = try await home.store.membershipHistory(of: clerk)
            let subject = MembershipEvent.Subject(person: clerk, organisation: town)
            #expect(
                history.entries.map(\.event.body) == [
                    .ended(reason: ""),
                    .carriedOver(subject, roles: [.member, .officer], claimedAt: nil),
                ])
            #expect(history.entries.map(\.event.actor) == [clerk, nil])
            let approved = try await home.store.decide(
                .approve, about: home.stranger, in: town, by: .person(home.filers[0]), at: start)
            #expect(approved.roles == [.member] && approved.sequence == 2)
            let claimed = try await home.store.decide(
                .claim, about: home.checker, in: town, by: .person(home.checker), at: start)
            #expect(claimed.sequence == 1)
        }
    }

    @Test("warns who grants roles of those with a role who belong to organisations that have filed")
    func doubleRoles() async throws {
        try await FairHome.with { home in
            for (judge, town) in [(0, 0), (1, 1), (2, 2)] {
                try await home.store.grantMembership(
                    home.judges[judge], home.towns[town], role: .member, at: start)
            }
            try await home.store.grantMembership(home.checker, home.towns[0], role: .member, at: start)
            _ = try await home.file(0)
            // A draft is nobody's to know of.
            _ = try await home.start(1)
            let queries = try await home.store.database.counting {
                let people = try await home.store.people(in: FairHome.handle, for: home.officer)
                #expect(
                    people.filers.mapValues { $0.map(\.id) } == [
                        home.judges[0]: [home.towns[0]], home.checker: [home.towns[0]],
                    ])
            }
            for town in [1, 2] { _ = try await home.file(town) }
            let after = try await home.store.database.counting {
                let people = try await home.store.people(in: FairHome.handle, for: home.officer)
                #expect(Set(people.filers.keys) == Set(home.judges[0...2] + [home.checker]))
            }
            #expect(after == queries)
            try await home.store.decide(
                .end(reason: "ย้าย"), about: home.judges[0], in: home.towns[0],
                by: .person(home.filers[0]), at: start)
            let people = try await home.store.people(in: FairHome.handle, for: home.officer)
            #expect(Set(people.filers.keys) == Set(home.judges[1...2] + [home.checker]))
        }
    }
}
