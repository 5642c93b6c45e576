import Foundation
import SalaEngine
import SalaThai
import Testing

@Suite("What happened to a membership")
struct MembershipEvolvingTests {
    private let id = MembershipID(Contest.id(70))
    private let person = PersonID(Contest.id(20))
    private let member = PersonID(Contest.id(21))
    private let start = Contest.time(14)

    private var subject: MembershipEvent.Subject {
        MembershipEvent.Subject(person: person, organisation: Contest.town)
    }

    private func recorded(_ bodies: [MembershipEvent], hours: Int64 = 1) -> [Recorded<MembershipEvent>] {
        bodies.enumerated().map { index, body in
            Recorded(
                sequence: index + 1, at: start.adding(seconds: Int64(index) * hours * 3600), actor: member,
                body: body)
        }
    }

    private func replayed(_ bodies: [MembershipEvent]) throws -> Membership {
        try #require(Membership.replaying(id, recorded(bodies)))
    }

    @Test("folds to the roles that are held and the claim that waits")
    func folds() throws {
        var membership = try replayed([.claimed(subject)])
        #expect((membership.person, membership.organisation) == (person, Contest.town))
        #expect(!membership.isActive && membership.claimedAt == start && membership.sequence == 1)
        membership = try replayed([.claimed(subject), .approved])
        #expect(membership.roles == [.member] && membership.claimedAt == nil)
        for end in [MembershipEvent.withdrawn, .refused(reason: "ก")] {
            membership = try replayed([.claimed(subject), end])
            #expect(!membership.isActive && membership.claimedAt == nil)
        }
        membership = try replayed([.granted(subject, role: .officer), .granted(subject, role: .member)])
        #expect(membership.roles == [.officer, .member] && membership.isActive)
        membership = try replayed([.granted(subject, role: .officer), .ended(reason: "")])
        #expect(!membership.isActive && membership.sequence == 2)
        // Who was made an officer meanwhile still waits to be a member; who was made a member does not.
        membership = try replayed([.claimed(subject), .granted(subject, role: .officer)])
        #expect(membership.claimedAt == start)
        membership = try replayed([.claimed(subject), .granted(subject, role: .member)])
        #expect(membership.claimedAt == nil)
        membership = try replayed([.carriedOver(subject, roles: [.officer], claimedAt: start)])
        #expect(membership.roles == [.officer] && membership.claimedAt == start)
    }

    @Test("begins with an event that says whom it is about")
    func beginnings() {
        for body in [
            MembershipEvent.withdrawn, .approved, .refused(reason: "ก"), .ended(reason: "ก"),
        ] {
            #expect(Membership.replaying(id, recorded([body])) == nil)
        }
        #expect(Membership.replaying(id, []) == nil)
    }

    @Test("is read back from the words in which it was stored first")
    func storedWords() throws {
        let who = #"{"organisation":"\#(Contest.town)","person":"\#(person)"}"#
        let texts: [(String, MembershipEvent, String)] = [
            (#"{"claimed":{"_0":\#(who)}}"#, .claimed(subject), "membership-claimed"),
            (#"{"withdrawn":{}}"#, .withdrawn, "membership-withdrawn"),
            (#"{"approved":{}}"#, .approved, "membership-approved"),
            (#"{"refused":{"reason":"ก"}}"#, .refused(reason: "ก"), "membership-refused"),
            (
                #"{"granted":{"_0":\#(who),"role":"officer"}}"#, .granted(subject, role: .officer),
                "membership-granted"
            ),
            (#"{"ended":{"reason":""}}"#, .ended(reason: ""), "membership-ended"),
            (
                #"{"carriedOver":{"_0":\#(who),"claimedAt":1000000,"roles":["member"]}}"#,
                .carriedOver(subject, roles: [.member], claimedAt: Instant(seconds: 1)),
                "membership-carried-over"
            ),
        ]
        for (text, event, kind) in texts {
            #expect(try JSONDecoder().decode(MembershipEvent.self, from: Data(text.utf8)) == event)
            #expect(event.kind == kind)
        }
    }

    private func letters(_ bodies: [MembershipEvent], hours: Int64 = 1) throws -> [[MembershipLetter]] {
        var membership = Membership(id: id, person: person, organisation: Contest.town)
        return recorded(bodies, hours: hours).map { event in
            membership.evolve(event)
            return membership.letters(after: event)
        }
    }

    @Test("has a letter to the person at each step, and one to those who decide when a claim comes in")
    func letters() throws {
        let steps = try letters(
            [
                .claimed(subject), .refused(reason: "ก"), .claimed(subject), .approved, .ended(reason: "ข"),
                .claimed(subject), .withdrawn, .granted(subject, role: .officer),
            ], hours: 24)
        #expect(
            steps == [
                [.claimReceived, .claimWaits], [.refused(reason: "ก")], [.claimReceived, .claimWaits],
                [.approved], [.ended(reason: "ข")], [.claimReceived, .claimWaits], [], [],
            ])
    }

    @Test("tells those who decide of the same claim once a day, however often it is made")
    func repeatedClaims() throws {
        let often = Array(repeating: [MembershipEvent.claimed(subject), .withdrawn], count: 13).flatMap { $0 }
        let told = try letters(often).enumerated().filter { $0.element.contains(.claimWaits) }.map(\.offset)
        #expect(told == [0, 24])
    }

    @Test("has no letter to who left by choice")
    func leaving() {
        var membership = Membership(id: id, person: person, organisation: Contest.town)
        let event = Recorded(
            sequence: 1, at: start, actor: person, body: MembershipEvent.ended(reason: "ย้าย"))
        membership.evolve(event)
        #expect(membership.letters(after: event) == [])
    }
}
