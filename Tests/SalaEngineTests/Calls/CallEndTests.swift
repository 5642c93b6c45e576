import SalaEngine
import SalaThai
import Testing

@Suite("The end of a call")
struct CallEndTests {
    private let later = Contest.time(5, month: 8)

    /// - Parameter judged: the programme has rounds of judging.
    private func decide(
        _ command: CallCommand, on call: Call, judged: Bool = true, at now: Instant = Contest.time(15),
        holds: Bool = false, expecting shown: Int? = nil
    ) throws -> [CallEvent] {
        var programme = try Contest.programme()
        if !judged { programme.rounds = [] }
        return try call.decide(
            command, of: programme, by: Contest.clerk, at: now, holds: holds, expecting: shown)
    }

    private func endless(_ state: Call.State) -> Call {
        var call = Contest.call
        call.state = state
        call.period.closes = nil
        return call
    }

    private func mistaken(_ field: CallMistake.Field, _ kind: CallMistake.Kind) -> Refusal {
        .mistakenCall([CallMistake(field, kind)])
    }

    @Test("is needed where what is filed is judged: to open the call, to set it up, to publish it")
    func needed() throws {
        let draft = endless(.draft)
        let opened = CallEvent.Opened(
            handle: draft.handle, programme: draft.programme, version: draft.version,
            organisation: draft.organisation, title: draft.title, period: draft.period,
            settings: draft.settings)
        var programme = try Contest.programme()
        #expect(throws: mistaken(.end, .missing)) {
            try Call.opening(opened, of: programme, by: Contest.clerk)
        }
        let configure = CallCommand.configure(
            title: draft.title, period: draft.period, settings: draft.settings)
        #expect(throws: mistaken(.end, .missing)) { try decide(configure, on: draft) }
        #expect(throws: mistaken(.end, .missing)) { try decide(.publish, on: draft) }
        programme.rounds = []
        #expect(try Call.opening(opened, of: programme, by: Contest.clerk).count == 1)
        #expect(try decide(configure, on: draft, judged: false).count == 1)
        #expect(try decide(.publish, on: draft, judged: false) == [.published(series: 1)])
    }

    @Test("can be set later where there is none: not in the past, not before the opening, for a reason")
    func set() throws {
        var call = endless(.published)
        let command = CallCommand.extend(to: later, reason: "งบหมด")
        #expect(try decide(command, on: call, judged: false) == [.extended(to: later, reason: "งบหมด")])
        #expect(throws: mistaken(.end, .past)) {
            try decide(command, on: call, judged: false, at: later)
        }
        #expect(throws: mistaken(.end, .beforeOpening)) {
            try decide(
                .extend(to: call.period.opens, reason: "ก"), on: call, judged: false, at: Contest.time(1))
        }
        #expect(throws: mistaken(.reason, .missing)) {
            try decide(.extend(to: later, reason: ""), on: call, judged: false)
        }
        #expect(throws: Refusal.callNotPublished) {
            try decide(command, on: endless(.draft), judged: false)
        }
        call.evolve(
            Recorded(sequence: 3, at: Contest.time(15), actor: nil, body: .extended(to: later, reason: "ก")))
        #expect(call.period.closes == later && call.endGivenAt == Contest.time(15))
        #expect(throws: mistaken(.end, .notLater)) {
            try decide(.extend(to: Contest.time(30), reason: "ก"), on: call, judged: false)
        }
    }

    @Test("can be set though decisions are held or were released, and only what is released then concludes")
    func setLate() throws {
        var call = endless(.published)
        func happen(_ body: CallEvent, _ day: Int) {
            call.evolve(
                Recorded(sequence: call.sequence + 1, at: Contest.time(day), actor: nil, body: body))
        }
        happen(.released(count: 1), 16)
        #expect(!call.isConcluded)
        #expect(call.refusalToExtend(holds: true) == nil)
        happen(.extended(to: Contest.time(25), reason: "ก"), 17)
        #expect(!call.isConcluded)
        #expect(call.refusalToExtend(holds: true) == .decisionsHeld)
        #expect(call.refusalToExtend(holds: false) == nil)
        happen(.extended(to: Contest.time(28), reason: "ก"), 18)
        #expect(call.endGivenAt == Contest.time(17))
        happen(.released(count: 1), 29)
        #expect(call.isConcluded)
        #expect(call.refusalToExtend(holds: false) == .resultsReleased)
    }

    @Test("like all of a draft, is set and published only as its page showed it")
    func stale() throws {
        var draft = Contest.call
        (draft.state, draft.sequence) = (.draft, 4)
        let configure = CallCommand.configure(
            title: draft.title, period: draft.period, settings: draft.settings)
        for command in [configure, .publish] {
            #expect(throws: Refusal.overtaken([])) { try decide(command, on: draft, expecting: 3) }
            #expect(try decide(command, on: draft, expecting: 4).count == 1)
            #expect(try decide(command, on: draft).count == 1)
        }
    }
}
