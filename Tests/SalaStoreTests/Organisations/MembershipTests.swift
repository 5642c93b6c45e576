import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

@Suite("Memberships")
struct MembershipTests {
    private let start = FairHome.time(13)

    private func decide(
        _ home: FairHome, _ command: MembershipCommand, about person: PersonID, in town: Int = 0,
        by actor: PersonID, at now: Instant = FairHome.time(13)
    ) async throws {
        try await home.store.decide(
            command, about: person, in: home.towns[town], by: .person(actor), at: now)
    }

    private func states(_ home: FairHome, of person: PersonID) async throws -> [MembershipState] {
        try await home.store.memberships(of: person, at: start).map(\.state)
    }

    @Test("A claim waits until a member approves it; letters say so to the claimant and to the member")
    func approves() async throws {
        try await FairHome.with { home in
            let clerk = try await home.enrol("clerk")
            let member = home.filers[0]
            try await home.store.claimMembership(clerk, home.towns[0], at: start)
            #expect(try await states(home, of: clerk) == [.asked])
            let claims = try await home.store.pendingMemberships(for: member, at: start)
            #expect(claims.map(\.person) == [clerk])
            #expect(claims[0].email == "clerk@example.go.th" && claims[0].organisation.id == home.towns[0])
            #expect(claims[0].askedAt == start)
            try await decide(home, .approve, about: clerk, by: member, at: FairHome.time(14))
            #expect(try await states(home, of: clerk) == [.approved])
            #expect(try await home.store.pendingMemberships(for: member, at: start) == [])
            let town = "organisation=เทศบาลเมืองตัวอย่าง ก จังหวัดเชียงใหม่"
            #expect(
                try await home.membershipLetters(to: "clerk") == [
                    "membership-received: link=\n\(town)\nperson=Demo clerk",
                    "membership-approved: calls=งานแสดงปี 2564\n"
                        + "https://sala.example/calls/\(FairHome.handle)/submissions/new\n"
                        + "link=\n\(town)\nperson=Demo clerk",
                ])
            #expect(
                try await home.membershipLetters(to: "filer-0") == [
                    "membership-waiting: claimant=Demo clerk\nemail=clerk@example.go.th\nlink=\n\(town)\n"
                        + "person=Demo filer-0"
                ])
            // The officer is not needed where the organisation has members.
            #expect(try await home.membershipLetters(to: "officer") == [])
            _ = try await home.store.start(
                under: FairHome.handle, for: home.towns[0], by: clerk, at: FairHome.time(14))
        }
    }

    @Test("The letter of an approval leads to calls that are open then, and to none where none is")
    func approvedLate() async throws {
        try await FairHome.with { home in
            for (name, now) in [
                ("early", FairHome.time(11)), ("late", FairHome.time(31, 23, 59, 59).adding(seconds: 1)),
            ] {
                let clerk = try await home.enrol(name)
                try await home.store.claimMembership(clerk, home.towns[0], at: now)
                try await decide(home, .approve, about: clerk, by: home.filers[0], at: now)
                let letter = try #require(try await home.membershipLetters(to: name).last)
                #expect(letter.hasPrefix("membership-approved: calls=\nlink="), "\(name)")
            }
        }
    }

    @Test("The letter of an approval names no call under which the organisation has filed all that it may")
    func approvedFull() async throws {
        try await FairHome.with("limited") { home in
            _ = try await home.file(0)
            for town in 0...1 {
                let clerk = try await home.enrol("clerk-\(town)")
                try await home.store.claimMembership(clerk, home.towns[town], at: FairHome.time(15))
                try await home.store.decide(
                    .approve, about: clerk, in: home.towns[town], by: .person(home.filers[town]),
                    at: FairHome.time(15))
                let letter = try #require(try await home.membershipLetters(to: "clerk-\(town)").last)
                #expect(letter.contains("/calls/\(FairHome.handle)/") == (town == 1))
            }
        }
    }

    @Test("A claim to an organisation without members is told to the officers of published calls")
    func tellsOfficers() async throws {
        try await FairHome.with { home in
            let clerk = try await home.enrol("clerk")
            try await home.store.decide(
                .end(reason: ""), about: home.filers[0], in: home.towns[0], by: .person(home.filers[0]),
                at: start)
            let colleague = try await home.enrol("colleague")
            try await home.store.grantMembership(colleague, home.office, role: .officer, at: start)
            // A place in the office without a say about memberships.
            let trainee = try await home.enrol("trainee")
            try await home.store.grantMembership(trainee, home.office, role: .member, at: start)
            try await home.store.claimMembership(clerk, home.towns[0], at: start)
            for (name, count) in [("officer", 1), ("colleague", 1), ("trainee", 0), ("filer-0", 0)] {
                #expect(try await home.membershipLetters(to: name).count == count, "\(name)")
            }
            try await decide(home, .approve, about: clerk, by: colleague)
            #expect(try await states(home, of: clerk) == [.approved])
        }
    }

    @Test("Nobody gets more than twenty letters about claims in a day, and the list has all the claims")
    func manyClaims() async throws {
        try await FairHome.with { home in
            for index in 0..<22 {
                let clerk = try await home.enrol("clerk-\(index)")
                try await home.store.claimMembership(clerk, home.towns[0], at: start)
            }
            #expect(try await home.membershipLetters(to: "filer-0").count == 20)
            #expect(try await home.store.pendingMembershipCount(for: home.filers[0], at: start) == 22)
        }
    }

    @Test("Somebody who claims again and again is slowed down")
    func claimingOften() async throws {
        try await FairHome.with { home in
            let clerk = try await home.enrol("clerk")
            for turn in 0..<20 {
                let town = turn % 6
                let now = FairHome.time(13, 10, turn)
                try await decide(home, .claim, about: clerk, in: town, by: clerk, at: now)
                try await decide(home, .withdraw, about: clerk, in: town, by: clerk, at: now)
            }
            await #expect(throws: RateRefusal.self) {
                try await decide(home, .claim, about: clerk, by: clerk, at: FairHome.time(13, 11))
            }
            // The same claims, made thrice and more, told each member once.
            #expect(try await home.membershipLetters(to: "filer-0").count == 1)
            try await decide(home, .claim, about: clerk, by: clerk, at: FairHome.time(14, 12))
            #expect(try await home.membershipLetters(to: "filer-0").count == 2)
        }
    }

    @Test("A refusal reaches the claimant with its reason, and the claimant may ask again")
    func refuses() async throws {
        try await FairHome.with { home in
            let clerk = try await home.enrol("clerk")
            let member = home.filers[0]
            try await home.store.claimMembership(clerk, home.towns[0], at: start)
            for blank in ["", " \n"] {
                await #expect(throws: Refusal.membership(.reasonMissing)) {
                    try await decide(home, .refuse(reason: blank), about: clerk, by: member)
                }
            }
            try await decide(home, .refuse(reason: "ไม่ได้ทำงานที่นี่"), about: clerk, by: member)
            let own = try await home.store.memberships(of: clerk, at: start)
            #expect(own.map(\.state) == [.refused] && own[0].reason == "ไม่ได้ทำงานที่นี่")
            let letter = try #require(try await home.membershipLetters(to: "clerk").last)
            #expect(letter.hasPrefix("membership-refused: ") && letter.hasSuffix("\nreason=ไม่ได้ทำงานที่นี่"))
            try await decide(home, .claim, about: clerk, by: clerk, at: FairHome.time(14))
            let again = try await home.store.memberships(of: clerk, at: start)
            #expect(again.map(\.state) == [.asked] && again[0].reason == nil)
        }
    }

    @Test("A refused command leaves no event, no row and no letter")
    func leavesNoTrace() async throws {
        try await FairHome.with { home in
            let clerk = try await home.enrol("clerk")
            try await home.store.claimMembership(clerk, home.towns[0], at: start)
            func trace() async throws -> [Int] {
                [
                    try await home.count("select count(*) as count from event"),
                    try await home.count("select count(*) as count from letter"),
                    try await home.count("select count(*) as count from membership where state = 'asked'"),
                    try await home.count("select count(*) as count from membership_snapshot"),
                ]
            }
            let before = try await trace()
            let refused: [(MembershipRefusal, MembershipCommand, PersonID, Int)] = [
                (.ownClaim, .approve, clerk, 0), (.notYoursToDecide, .approve, home.stranger, 0),
                (.notYoursToDecide, .approve, home.filers[1], 0), (.alreadyClaimed, .claim, clerk, 0),
                (.nothingToDecide, .withdraw, clerk, 1), (.notMember, .end(reason: ""), clerk, 0),
                (.notYoursToDecide, .grant(.member), home.filers[0], 0),
                (.nothingToDecide, .approve, home.filers[1], 1),
            ]
            for (refusal, command, actor, town) in refused {
                await #expect(throws: Refusal.membership(refusal), "\(command) by \(actor)") {
                    try await decide(home, command, about: clerk, in: town, by: actor)
                }
            }
            await #expect(throws: Refusal.notFound) {
                try await home.store.claimMembership(clerk, OrganisationID(.version7(at: start)), at: start)
            }
            #expect(try await trace() == before)
        }
    }

    @Test("No more than five claims of one person wait")
    func limit() async throws {
        try await FairHome.with { home in
            let clerk = try await home.enrol("clerk")
            for town in 0..<5 { try await decide(home, .claim, about: clerk, in: town, by: clerk) }
            await #expect(throws: Refusal.membership(.tooManyClaims(5))) {
                try await decide(home, .claim, about: clerk, in: 5, by: clerk)
            }
            try await decide(home, .withdraw, about: clerk, in: 0, by: clerk)
            try await decide(home, .claim, about: clerk, in: 5, by: clerk)
            #expect(try await states(home, of: clerk) == Array(repeating: .asked, count: 5))
        }
    }

    @Test("Whoever leaves or is taken out can do nothing more for the organisation, and is told why")
    func ends() async throws {
        try await FairHome.with { home in
            let clerk = try await home.enrol("clerk")
            let member = home.filers[0]
            try await home.store.grantMembership(clerk, home.towns[0], role: .member, at: start)
            await #expect(throws: Refusal.membership(.reasonMissing)) {
                try await decide(home, .end(reason: ""), about: clerk, by: member)
            }
            try await decide(home, .end(reason: "ย้ายแล้ว"), about: clerk, by: member)
            #expect(try await states(home, of: clerk) == [])
            let letter = try #require(try await home.membershipLetters(to: "clerk").last)
            #expect(letter.hasPrefix("membership-ended: ") && letter.hasSuffix("\nreason=ย้ายแล้ว"))
            await #expect(throws: Refusal.notAllowed) {
                try await home.store.start(
                    under: FairHome.handle, for: home.towns[0], by: clerk, at: FairHome.time(14))
            }
            try await decide(home, .end(reason: ""), about: member, by: member)
            #expect(try await home.membershipLetters(to: "filer-0") == [])
            #expect(try await states(home, of: member) == [])
        }
    }

    @Test("An officer is taken out by the operator alone, and has no say from then on")
    func endsOffice() async throws {
        try await FairHome.with { home in
            let trainee = try await home.enrol("trainee")
            try await home.store.grantMembership(trainee, home.office, role: .member, at: start)
            await #expect(throws: Refusal.membership(.holdsOffice)) {
                try await home.store.decide(
                    .end(reason: "ย้าย"), about: home.officer, in: home.office, by: .person(trainee), at: start
                )
            }
            try await home.store.decide(
                .end(reason: "ย้าย"), about: home.officer, in: home.office, by: .installation, at: start)
            let clerk = try await home.enrol("clerk")
            try await home.store.claimMembership(clerk, home.towns[0], at: start)
            await #expect(throws: Refusal.membership(.notYoursToDecide)) {
                try await decide(home, .approve, about: clerk, by: home.officer)
            }
            await #expect(throws: Refusal.notAllowed) {
                try await home.store.callHistory(FairHome.handle, for: home.officer)
            }
        }
    }

    @Test("A grant takes the roles that programmes know, twice without harm, and settles a claim")
    func grants() async throws {
        try await FairHome.with { home in
            let clerk = try await home.enrol("clerk")
            func grant(_ role: MembershipRole) async throws {
                try await home.store.grantMembership(clerk, home.towns[0], role: role, at: start)
            }
            // A role of calls, one that filing gives, and none at all.
            for name in ["judge", "filer", "ofifcer"] {
                await #expect(throws: Refusal.membership(.unknownRole)) {
                    try await grant(MembershipRole(rawValue: name))
                }
            }
            try await home.store.claimMembership(clerk, home.towns[0], at: start)
            try await grant(.member)
            try await grant(.member)
            #expect(try await states(home, of: clerk) == [.approved])
            #expect(
                try await home.count(
                    "select count(*) as count from event where kind = 'membership-granted' and at = \(start)")
                    == 1)
            await #expect(throws: Refusal.membership(.alreadyMember)) {
                try await home.store.decide(
                    .grant(.member), about: clerk, in: home.towns[0], by: .installation, at: start)
            }
        }
    }
}
