import SalaEngine
import SalaThai
import Testing

@Suite("A membership")
struct MembershipDecidingTests {
    private let person = PersonID(Contest.id(20))
    private let member = PersonID(Contest.id(21))
    private let stranger = PersonID(Contest.id(22))
    private let start = Contest.time(14)

    private var subject: MembershipEvent.Subject {
        MembershipEvent.Subject(person: person, organisation: Contest.town)
    }

    /// What the membership is after those events, all by the person, an hour apart.
    private func membership(_ events: [MembershipEvent] = []) -> Membership {
        var membership = Membership(
            id: MembershipID(Contest.id(70)), person: person, organisation: Contest.town)
        for (index, event) in events.enumerated() {
            membership.evolve(
                Recorded(
                    sequence: index + 1, at: start.adding(seconds: Int64(index) * 3600), actor: person,
                    body: event))
        }
        return membership
    }

    private func situation(
        _ actor: MembershipActor, member isMember: Bool = false, waiting: Int = 0,
        known: Set<MembershipRole> = []
    ) -> MembershipSituation {
        MembershipSituation(
            actor: actor,
            authority: actor.person.map { person in
                MembershipAuthority(
                    of: person, roles: isMember ? [Contest.town: [.member]] : [:], calls: [], at: start)
            }, waitingClaims: waiting, knownRoles: known)
    }

    private var oneself: MembershipSituation { situation(.person(person)) }
    private var colleague: MembershipSituation { situation(.person(member), member: true) }
    private var nobody: MembershipSituation { situation(.person(stranger)) }
    private var operating: MembershipSituation { situation(.installation) }

    private func expect(
        _ refusal: MembershipRefusal, _ command: MembershipCommand, on membership: Membership,
        _ situation: MembershipSituation, _ location: SourceLocation = #_sourceLocation
    ) {
        #expect(throws: Refusal.membership(refusal), sourceLocation: location) {
            try membership.decide(command, in: situation)
        }
    }

    private var claimed: [MembershipEvent] { [.claimed(subject)] }
    private var approved: [MembershipEvent] { [.claimed(subject), .approved] }

    @Test("is claimed by the person alone, who neither belongs nor waits, and of whom few claims wait")
    func claims() throws {
        #expect(try membership().decide(.claim, in: oneself) == [.claimed(subject)])
        expect(.notYoursToDecide, .claim, on: membership(), colleague)
        expect(.notYoursToDecide, .claim, on: membership(), operating)
        expect(.alreadyClaimed, .claim, on: membership(claimed), oneself)
        expect(.alreadyMember, .claim, on: membership(approved), oneself)
        expect(
            .alreadyMember, .claim, on: membership([.granted(subject, role: .officer)]), oneself)
        #expect(
            try membership().decide(.claim, in: situation(.person(person), waiting: 4))
                == [.claimed(subject)])
        expect(.tooManyClaims(5), .claim, on: membership(), situation(.person(person), waiting: 5))
    }

    @Test(
        "may be claimed again after a refusal, a withdrawal and an end",
        arguments: [
            [MembershipEvent.refused(reason: "ไม่รู้จัก")], [.withdrawn], [.approved, .ended(reason: "")],
        ])
    func claimsAgain(events: [MembershipEvent]) throws {
        #expect(try membership(claimed + events).decide(.claim, in: oneself) == [.claimed(subject)])
    }

    @Test("is withdrawn by the claimant while the claim waits")
    func withdraws() throws {
        #expect(try membership(claimed).decide(.withdraw, in: oneself) == [.withdrawn])
        expect(.notYoursToDecide, .withdraw, on: membership(claimed), colleague)
        expect(.notYoursToDecide, .withdraw, on: membership(claimed), operating)
        expect(.nothingToDecide, .withdraw, on: membership(), oneself)
        expect(.nothingToDecide, .withdraw, on: membership(approved), oneself)
    }

    @Test(
        "is approved and refused by who decides about the organisation, never by the claimant",
        arguments: [MembershipCommand.approve, .refuse(reason: "ไม่ได้ทำงานที่นี่")])
    func decides(command: MembershipCommand) throws {
        let event: MembershipEvent =
            command == .approve ? .approved : .refused(reason: "ไม่ได้ทำงานที่นี่")
        #expect(try membership(claimed).decide(command, in: colleague) == [event])
        expect(.ownClaim, command, on: membership(claimed), oneself)
        // A claimant with a say, as a member of the organisation has, has none about oneself.
        expect(.ownClaim, command, on: membership(claimed), situation(.person(person), member: true))
        expect(.notYoursToDecide, command, on: membership(claimed), nobody)
        expect(.notYoursToDecide, command, on: membership(claimed), operating)
        for events in [[], approved, claimed + [.withdrawn], claimed + [.refused(reason: "ก")]] {
            expect(.nothingToDecide, command, on: membership(events), colleague)
            // Who has no say does not learn whether there was anything to say.
            expect(.notYoursToDecide, command, on: membership(events), nobody)
        }
    }

    @Test("is not decided with another's authority")
    func borrowedAuthority() {
        var situation = nobody
        situation.authority = colleague.authority
        expect(.notYoursToDecide, .approve, on: membership(claimed), situation)
    }

    @Test("is refused with a reason that says something, of at most 500 characters")
    func reasons() throws {
        for blank in ["", "   ", "\n\t \u{A0}"] {
            expect(.reasonMissing, .refuse(reason: blank), on: membership(claimed), colleague)
            expect(.reasonMissing, .end(reason: blank), on: membership(approved), colleague)
        }
        let long = String(repeating: "ก้", count: 501)
        expect(.reasonTooLong(500), .refuse(reason: long), on: membership(claimed), colleague)
        expect(.reasonTooLong(500), .end(reason: long), on: membership(approved), colleague)
        expect(.reasonTooLong(500), .end(reason: long), on: membership(approved), oneself)
        let whole = String(long.dropLast())
        #expect(
            try membership(claimed).decide(.refuse(reason: whole), in: colleague)
                == [.refused(reason: whole)])
    }

    @Test("is left without a reason, and ended by others with one, but for those with a part in calls")
    func ends() throws {
        let left = MembershipCommand.end(reason: "")
        let ended = MembershipCommand.end(reason: "ย้ายแล้ว")
        #expect(try membership(approved).decide(left, in: oneself) == [.ended(reason: "")])
        #expect(try membership(approved).decide(ended, in: colleague) == [.ended(reason: "ย้ายแล้ว")])
        #expect(try membership(approved).decide(ended, in: operating) == [.ended(reason: "ย้ายแล้ว")])
        expect(.notYoursToDecide, ended, on: membership(approved), nobody)
        for (situation, refusal) in [
            (oneself, MembershipRefusal.notMember), (colleague, .notMember), (operating, .notMember),
            (nobody, .notYoursToDecide),
        ] {
            expect(refusal, ended, on: membership(), situation)
            expect(refusal, ended, on: membership(claimed), situation)
        }
        let officer = membership([.granted(subject, role: .officer)])
        let both = membership(approved + [.granted(subject, role: .officer)])
        for membership in [officer, both] {
            expect(.holdsOffice, ended, on: membership, colleague)
            #expect(try membership.decide(left, in: oneself) == [.ended(reason: "")])
            #expect(try membership.decide(ended, in: operating) == [.ended(reason: "ย้ายแล้ว")])
            expect(.reasonMissing, left, on: membership, operating)
        }
    }

    @Test("is granted by the installation alone, in a role that is known and not held")
    func grants() throws {
        let desk = MembershipRole(rawValue: "desk")
        for role in [MembershipRole.member, .officer] {
            #expect(
                try membership().decide(.grant(role), in: operating) == [.granted(subject, role: role)])
        }
        expect(.unknownRole, .grant(desk), on: membership(), operating)
        #expect(
            try membership().decide(.grant(desk), in: situation(.installation, known: [desk]))
                == [.granted(subject, role: desk)])
        for situation in [oneself, colleague, nobody] {
            expect(.notYoursToDecide, .grant(.member), on: membership(), situation)
        }
        expect(.alreadyMember, .grant(.member), on: membership(approved), operating)
        #expect(
            try membership(approved).decide(.grant(.officer), in: operating)
                == [.granted(subject, role: .officer)])
    }
}
