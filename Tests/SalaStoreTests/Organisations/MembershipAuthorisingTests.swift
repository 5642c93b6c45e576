import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

@Suite("Who decides about claims")
struct MembershipAuthorisingTests {
    private let start = FairHome.time(13)

    /// Everybody whose say differs, with claims to the office and to the first two towns; one of the
    /// claimants is a member elsewhere.
    private func claims(_ home: FairHome) async throws -> [PersonID] {
        let clerk = try await home.enrol("clerk")
        for organisation in [home.office] + home.towns[0...1] {
            try await home.store.claimMembership(clerk, organisation, at: start)
        }
        try await home.store.claimMembership(home.filers[2], home.towns[0], at: start)
        try await home.store.claimMembership(home.officer, home.towns[1], at: start)
        return [clerk, home.officer, home.stranger, home.checker] + home.filers
    }

    private func open(
        _ handle: String, by officer: PersonID, for office: OrganisationID, _ home: FairHome,
        closes: Instant? = FairHome.period.closes, isPublished: Bool = true
    ) async throws {
        _ = try await home.store.openCall(
            handle, of: Fair.name, by: officer, for: office, title: FairHome.title,
            period: Period(opens: FairHome.time(2), closes: closes), settings: CallSettings(),
            at: FairHome.time(1))
        if isPublished {
            try await home.store.decide(.publish, on: handle, by: officer, at: FairHome.time(1))
        }
    }

    @Test("is the same in the list, in the count, in the engine and in what may be done")
    func agreement() async throws {
        try await FairHome.with { home in
            let people = try await claims(home)
            let second = try await home.enrol("second-officer")
            // An officer of two offices, one of which is a town.
            for office in [home.office, home.towns[3]] {
                try await home.store.grantMembership(second, office, role: .officer, at: start)
            }
            try await open("town-fair", by: second, for: home.towns[3], home)
            let all = try await home.store.database.read { connection in
                try connection.rows(
                    "select organisation_id, person_id from membership where state = 'asked'"
                ).map { (try $0.id("organisation_id") as OrganisationID, try $0.id("person_id") as PersonID) }
            }
            #expect(all.count == 5)
            var decided = 0
            for person in people + [second] {
                let listed = try await home.store.pendingMemberships(for: person, at: start)
                let count = try await home.store.pendingMembershipCount(for: person, at: start)
                #expect(count == listed.count)
                let authority = try await home.store.database.read {
                    try home.store.authority(of: person, at: start, $0)
                }
                for (organisation, claimant) in all {
                    let isListed = listed.contains {
                        $0.organisation.id == organisation && $0.person == claimant
                    }
                    #expect(isListed == (claimant != person && authority.decides(about: organisation)))
                    decided += isListed ? 1 : 0
                    // A reason that is missing is the last thing that is refused.
                    await #expect(
                        throws: Refusal.membership(
                            isListed ? .reasonMissing : claimant == person ? .ownClaim : .notYoursToDecide)
                    ) {
                        try await home.store.decide(
                            .refuse(reason: ""), about: claimant, in: organisation, by: .person(person),
                            at: start)
                    }
                }
            }
            // The officer: all but the own one. Members of the first two towns: two each, the claimants among
            // them none of their own. The second officer: all.
            #expect(decided == 4 + 2 + 2 + 5)
        }
    }

    @Test("is nobody by a draft, by a call that ended half a year ago, or as an officer without a call")
    func calls() async throws {
        try await FairHome.with { home in
            let clerk = try await home.enrol("clerk")
            try await home.store.claimMembership(clerk, home.towns[0], at: start)
            let officer = home.filers[1]
            try await home.store.grantMembership(officer, home.towns[1], role: .officer, at: start)
            func counts(at now: Instant) async throws -> Int {
                try await home.store.pendingMembershipCount(for: officer, at: now)
            }
            #expect(try await counts(at: start) == 0)
            try await open("a-draft", by: officer, for: home.towns[1], home, isPublished: false)
            #expect(try await counts(at: start) == 0)
            await #expect(throws: Refusal.membership(.notYoursToDecide)) {
                try await home.store.decide(
                    .approve, about: clerk, in: home.towns[0], by: .person(officer), at: start)
            }
            let end = FairHome.time(10)
            try await open("short", by: officer, for: home.towns[1], home, closes: end)
            #expect(try await counts(at: start) == 1)
            let last = end.adding(seconds: 180 * 86_400)
            #expect(try await counts(at: last) == 1)
            #expect(try await counts(at: last.adding(seconds: 1)) == 0)
            try await home.store.publish(programme: Fair.name, files: "roundless", at: start)
            try await open("endless", by: officer, for: home.towns[1], home, closes: nil)
            #expect(try await counts(at: last.adding(seconds: 1)) == 1)
        }
    }

    @Test("those who are told of a claim are those who may decide it")
    func approvers() async throws {
        try await FairHome.with { home in
            let clerk = try await home.enrol("clerk")
            let lonely = home.towns[0]
            try await home.store.decide(
                .end(reason: ""), about: home.filers[0], in: lonely, by: .person(home.filers[0]), at: start)
            try await home.store.grantMembership(home.filers[1], home.towns[1], role: .officer, at: start)
            try await open("draft", by: home.filers[1], for: home.towns[1], home, isPublished: false)
            for (organisation, expected) in [
                (lonely, [home.officer]), (home.towns[1], [home.filers[1]]), (home.office, [home.officer]),
            ] {
                let told = try await home.store.database.read { connection in
                    let told = try home.store.approvers(of: clerk, in: organisation, at: start, connection)
                    for addressee in told {
                        let authority = try home.store.authority(of: addressee.person, at: start, connection)
                        #expect(authority.decides(about: organisation))
                    }
                    return told.map(\.person)
                }
                #expect(told == expected)
            }
        }
    }

    @Test("is said to the claimant: how many members, or which offices, or that there is nobody")
    func deciders() async throws {
        try await FairHome.with { home in
            let clerk = try await home.enrol("clerk")
            for town in 0...1 { try await home.store.claimMembership(clerk, home.towns[town], at: start) }
            try await home.store.decide(
                .end(reason: ""), about: home.filers[1], in: home.towns[1], by: .person(home.filers[1]),
                at: start)
            func deciders(at now: Instant) async throws -> [OrganisationID: OwnMembership.Deciders] {
                let own = try await home.store.memberships(of: clerk, at: now)
                return Dictionary(
                    uniqueKeysWithValues: own.compactMap { place in
                        place.deciders.map { (place.organisation.id, $0) }
                    })
            }
            let office = try await home.store.organisationSummaries([home.office])
            #expect(
                try await deciders(at: start) == [
                    home.towns[0]: .members(1), home.towns[1]: .offices(office),
                ])
            let late = FairHome.time(31).adding(seconds: 400 * 86_400)
            #expect(try await deciders(at: late)[home.towns[1]] == .offices([]))
        }
    }

    @Test("costs as many queries for one claim as for three")
    func queries() async throws {
        try await FairHome.with { home in
            let clerk = try await home.enrol("clerk")
            var seen: Set<[Int]> = []
            for town in 0..<3 {
                try await home.store.claimMembership(clerk, home.towns[town], at: start)
                try await home.store.decide(
                    .end(reason: ""), about: home.filers[town], in: home.towns[town],
                    by: .person(home.filers[town]), at: start)
                let list = try await home.store.database.counting {
                    let waiting = try await home.store.pendingMemberships(for: home.officer, at: start)
                    #expect(waiting.count == town + 1)
                }
                let count = try await home.store.database.counting {
                    let waiting = try await home.store.pendingMembershipCount(for: home.officer, at: start)
                    #expect(waiting == town + 1)
                }
                let own = try await home.store.database.counting {
                    let found = try await home.store.memberships(of: clerk, at: start)
                    #expect(found.count == town + 1)
                }
                let history = try await home.store.database.counting {
                    let told = try await home.store.membershipHistory(of: clerk)
                    #expect(told.entries.count == town + 1)
                }
                seen.insert([list, count, own, history])
            }
            #expect(seen == [[6, 3, 3, 2]])
        }
    }

    @Test("the people of an organisation are as many queries for one member as for three")
    func peopleQueries() async throws {
        try await FairHome.with { home in
            var seen: Set<Int> = []
            for number in 1...3 {
                let queries = try await home.store.database.counting {
                    let people = try await home.store.people(
                        of: home.towns[0], for: home.filers[0], at: start)
                    #expect(people.members.count == number)
                }
                seen.insert(queries)
                let clerk = try await home.enrol("clerk-\(number)")
                try await home.store.grantMembership(clerk, home.towns[0], role: .member, at: start)
            }
            #expect(seen.count == 1)
        }
    }
}
