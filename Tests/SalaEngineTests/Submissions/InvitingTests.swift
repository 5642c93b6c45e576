import SalaThai
import Testing

@testable import SalaEngine

@Suite("Writing together")
struct InvitingTests {
    private static let invitation = InvitationID(Contest.id(90))
    private static let guest = Actor(person: PersonID(Contest.id(91)), roles: [], organisations: [])
    private static let address = "friend@people.example"

    private func invited(to address: String = address) throws -> Walk {
        var walk = try Walk()
        try walk.take(.invite(Self.invitation, address: address), as: Contest.filer)
        return walk
    }

    /// The guest once the store has read what became of the invitation.
    private func joined(_ walk: Walk) -> Actor {
        var guest = Self.guest
        guest.joined = [walk.submission.id]
        guest.everJoined = guest.joined
        return guest
    }

    @Test("begins with an invitation that its reader takes, who may then read and write that one")
    func joins() throws {
        var walk = try invited()
        #expect(walk.submission.company.map(\.state) == [.waiting])
        let answer = Command.answer(page: "about", Walk.answers)
        #expect(throws: Refusal.notAllowed) { try walk.take(answer, as: Self.guest) }
        #expect(try walk.take(.join(Self.invitation), as: Self.guest) == [.joined(Self.invitation)])
        let guest = joined(walk)
        #expect(walk.submission.company.map(\.person) == [guest.person])
        try walk.take(answer, as: guest)
        #expect(walk.submission.answers["title"] == Walk.answers["title"])
        #expect(guest.hasStake(in: walk.submission) && !guest.owns(walk.submission))
        #expect(throws: Refusal.invitation(.spent)) { try walk.take(.join(Self.invitation), as: Self.guest) }
    }

    @Test("leaves sending in to those who may file, unless the programme says otherwise")
    func filing() throws {
        var walk = try invited()
        try walk.take(.join(Self.invitation), as: Self.guest)
        try walk.complete()
        let guest = joined(walk)
        #expect(throws: Refusal.notAllowed) { try walk.take(.act("submit", input: [:]), as: guest) }
        var situation = try Contest.situation(guest, at: Contest.time(14))
        situation.programme.filing.colleagues.mayFile = true
        let events = try walk.submission.decide(.act("submit", input: [:]), in: situation)
        #expect(events.map(\.kind) == ["acted"])
        // Withdrawing what was filed is no filing.
        var filed = try Walk.filed()
        try filed.take(.act("pass", input: [:]), as: Contest.checker)
        var other = Self.guest
        other.joined = [filed.submission.id]
        let later = try Contest.situation(other, at: Contest.time(15))
        #expect(throws: Refusal.notAllowed) {
            try filed.submission.decide(.act("withdraw", input: [:]), in: later)
        }
    }

    @Test("is refused to who writes it already, is invited already, is one too many, or comes too late")
    func refusals() throws {
        var walk = try invited()
        let again = InvitationID(Contest.id(92))
        func invite(_ address: String, account: Actor? = nil, as actor: Actor = Contest.filer) -> Refusal? {
            do {
                let situation = try Contest.situation(actor, at: Contest.time(14))
                _ = try walk.submission.decide(
                    .invite(again, address: address, account: account), in: situation)
                return nil
            } catch { return error as? Refusal }
        }
        #expect(invite(Self.address) == .invitation(.alreadyInvited))
        #expect(invite("c@d.example", account: Contest.colleague) == .invitation(.alreadyMember))
        #expect(invite("c@d.example", as: Contest.stranger) == .notAllowed)
        #expect(invite("c@d.example") == nil)
        var situation = try Contest.situation(Contest.filer, at: Contest.time(14))
        situation.programme.filing.colleagues.limit = 1
        #expect(throws: Refusal.invitation(.tooMany(1))) {
            try walk.submission.decide(.invite(again, address: "c@d.example"), in: situation)
        }
        // After the close nobody is invited, and no invitation is answered.
        let late = try Contest.situation(Self.guest, at: Contest.time(1, month: 8))
        #expect(throws: Refusal.invitation(.spent)) {
            try walk.submission.decide(.join(Self.invitation), in: late)
        }
        var filed = try Walk.filed()
        #expect(throws: Refusal.invitation(.notDraft)) {
            try filed.take(.invite(again, address: "c@d.example"), as: Contest.filer)
        }
        try walk.take(.withdrawInvitation(Self.invitation), as: Contest.filer)
        #expect(throws: Refusal.invitation(.spent)) { try walk.take(.join(Self.invitation), as: Self.guest) }
        #expect(throws: Refusal.alreadyDone) {
            try walk.take(.withdrawInvitation(Self.invitation), as: Contest.filer)
        }
    }

    @Test("is refused to who has a part in the call, and who wrote along judges it never")
    func parts() throws {
        for actor in [Contest.checker, Contest.judges[0], Contest.clerk] {
            var walk = try invited()
            #expect(throws: Refusal.invitation(.partInCall)) {
                try walk.take(.join(Self.invitation), as: actor)
            }
        }
        var filed = try Walk.filed()
        try filed.take(.act("pass", input: [:]), as: Contest.checker)
        var judge = Contest.judges[0]
        judge.everJoined = [filed.submission.id]
        #expect(throws: Refusal.ownOrganisation) {
            try filed.take(.assign(round: "first", judge: judge), as: Contest.clerk)
        }
    }

    @Test("ends when the colleague leaves or is taken off, and by nobody else's word")
    func parting() throws {
        for (isOwn, state) in [(true, Invitation.State.left), (false, .takenOff)] {
            var walk = try invited()
            try walk.take(.join(Self.invitation), as: Self.guest)
            let guest = joined(walk)
            #expect(throws: Refusal.notAllowed) {
                try walk.take(.part(Self.invitation), as: Contest.stranger)
            }
            try walk.take(.part(Self.invitation), as: isOwn ? guest : Contest.filer)
            #expect(walk.submission.company.map(\.state) == [state])
            #expect(throws: Refusal.invitation(.notJoined)) {
                try walk.take(.part(Self.invitation), as: Contest.filer)
            }
        }
    }

    @Test("keeps what was typed over another's answer once, and for its own page alone")
    func asides() throws {
        var walk = try Walk()
        try walk.complete()
        let typed: Answers = ["title": .text("อีกชื่อหนึ่ง")]
        let events = try walk.take(.setAside(page: "about", typed), as: Contest.colleague)
        #expect(events == [.setAside(page: "about", answers: typed)])
        #expect(walk.submission.answers["title"] == Walk.answers["title"])
        #expect(try walk.take(.setAside(page: "about", typed), as: Contest.colleague).isEmpty)
        #expect(try walk.take(.setAside(page: "papers", typed), as: Contest.colleague).isEmpty)
        #expect(throws: Refusal.notAllowed) {
            try walk.take(.setAside(page: "about", typed), as: Contest.stranger)
        }
    }
}
