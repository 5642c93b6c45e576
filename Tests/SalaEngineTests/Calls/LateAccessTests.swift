import SalaThai
import Testing

@testable import SalaEngine

@Suite("Late access")
struct LateAccessTests {
    private static let town = LateAccess.Entrant.organisation(Contest.town)
    private static let until = Contest.time(5, 23, 59, 59, month: 8)
    private static let now = Contest.time(2, month: 8)

    private func decide(
        _ command: CallCommand, on call: Call = Contest.call, as actor: Actor = Contest.clerk,
        at now: Instant = now, holds: Bool = false, lateDays: Int = 30
    ) throws -> [CallEvent] {
        var programme = try Contest.programme()
        programme.filing.lateDays = lateDays
        return try call.decide(command, of: programme, by: actor, at: now, holds: holds)
    }

    private func granted() throws -> Call {
        var call = Contest.call
        let events = try decide(.grantLateAccess(Self.town, until: Self.until, reason: "น้ำท่วม"))
        for event in events {
            call.evolve(
                Recorded(
                    sequence: call.sequence + 1, at: Self.now, actor: Contest.clerk.person, body: event))
        }
        return call
    }

    @Test("lets one entrant begin and file until then, and nobody else")
    func opens() throws {
        let call = try granted()
        func begin(_ actor: Actor, _ organisation: OrganisationID, at now: Instant) throws {
            let situation = try Contest.situation(actor, at: now, call: call)
            _ = try Submission.starting(
                for: organisation, version: call.version, existing: 0, in: situation)
        }
        try begin(Contest.filer, Contest.town, at: Self.now)
        try begin(Contest.filer, Contest.town, at: Self.until)
        #expect(throws: Refusal.windowClosed(closed: Self.until)) {
            try begin(Contest.filer, Contest.town, at: Self.until.adding(seconds: 1))
        }
        #expect(throws: Refusal.windowClosed(closed: Contest.time(31, 23, 59, 59))) {
            try begin(Contest.stranger, Contest.village, at: Self.now)
        }
        #expect(call.lastClosing(at: Self.now) == Self.until)
        #expect(call.lateAccess(of: Self.town, filedAt: Self.now)?.reason == "น้ำท่วม")
        #expect(call.lateAccess(of: Self.town, filedAt: Contest.time(20)) == nil)
    }

    @Test("keeps the reason by which something was filed when it is granted again for another")
    func grantedAgain() throws {
        var call = try granted()
        let later = Self.until.adding(seconds: 86_400)
        let again = Self.now.adding(seconds: 3600)
        let person = Contest.clerk.person
        call.evolve(
            Recorded(
                sequence: 9, at: again, actor: person,
                body: .lateAccessGranted(Self.town, until: later, reason: "ไฟดับ")))
        #expect(call.lateAccess(of: Self.town, filedAt: Self.now)?.reason == "น้ำท่วม")
        #expect(call.lateAccess(of: Self.town, filedAt: again.adding(seconds: 1))?.reason == "ไฟดับ")
        #expect(call.closes(for: Self.town) == later)
        call.evolve(
            Recorded(
                sequence: 10, at: again.adding(seconds: 60), actor: person,
                body: .lateAccessWithdrawn(Self.town)))
        #expect(call.closes(for: Self.town) == call.period.closes)
        #expect(call.lateAccess(of: Self.town, filedAt: again.adding(seconds: 59))?.reason == "ไฟดับ")
        #expect(call.lastClosing(at: again.adding(seconds: 61)) == call.period.closes)
    }

    @Test("is no more once it is withdrawn")
    func withdrawn() throws {
        var call = try granted()
        let events = try decide(.withdrawLateAccess(Self.town), on: call)
        #expect(events == [.lateAccessWithdrawn(Self.town)])
        call.evolve(
            Recorded(sequence: 9, at: Self.now, actor: Contest.clerk.person, body: events[0]))
        #expect(call.closes(for: Self.town) == call.period.closes)
        #expect(throws: Refusal.lateAccess(.none)) { try decide(.withdrawLateAccess(Self.town), on: call) }
    }

    @Test("is refused while the call is open, beside decisions, to the wrong one and by the wrong one")
    func refusals() throws {
        let grant = CallCommand.grantLateAccess(Self.town, until: Self.until, reason: "น้ำท่วม")
        let closes = Contest.time(31, 23, 59, 59)
        #expect(throws: Refusal.lateAccess(.stillOpen(closes: closes))) { try decide(grant, at: closes) }
        #expect(throws: Refusal.lateAccess(.alreadyDecided)) { try decide(grant, holds: true) }
        var endless = Contest.call
        endless.period.closes = nil
        #expect(throws: Refusal.lateAccess(.withoutEnd)) { try decide(grant, on: endless) }
        #expect(throws: Refusal.lateAccess(.notForeseen)) { try decide(grant, lateDays: 0) }
        #expect(throws: Refusal.notAllowed) { try decide(grant, as: Contest.chair) }
        var released = Contest.call
        released.releasedAt = Self.now
        #expect(throws: Refusal.lateAccess(.alreadyDecided)) { try decide(grant, on: released) }
        let office = CallCommand.grantLateAccess(
            .organisation(Contest.office), until: Self.until, reason: "ก")
        #expect(throws: Refusal.lateAccess(.ownOffice)) { try decide(office) }
        var clerk = Contest.clerk
        clerk.organisations.insert(Contest.town)
        #expect(throws: Refusal.lateAccess(.ownOrganisation)) { try decide(grant, as: clerk) }
        #expect(throws: Refusal.lateAccess(.alreadyGranted(until: Self.until))) {
            try decide(grant, on: try granted())
        }
    }

    @Test("says what is wrong with the time and the reason, all of it at once")
    func mistakes() throws {
        func mistakes(_ until: Instant, _ reason: String) throws -> [CallMistake] {
            do {
                _ = try decide(.grantLateAccess(Self.town, until: until, reason: reason))
                return []
            } catch Refusal.mistakenCall(let mistakes) { return mistakes }
        }
        let latest = Contest.time(31, 23, 59, 59).adding(seconds: 30 * 86_400)
        #expect(
            try mistakes(Self.now, " ") == [CallMistake(.lateEnd, .past), CallMistake(.reason, .missing)])
        #expect(
            try mistakes(latest.adding(seconds: 1), "ก") == [CallMistake(.lateEnd, .later(than: latest))])
        #expect(try mistakes(latest, "ก") == [])
    }
}
