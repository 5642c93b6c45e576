import SalaEngine
import SalaThai
import Testing

@Suite("A call")
struct CallTests {
    private let opened = CallEvent.Opened(
        handle: "contest-2564", programme: "contest", version: Contest.call.version,
        organisation: Contest.office,
        title: Contest.call.title, period: Contest.call.period, settings: CallSettings())

    private func open(_ change: (inout CallEvent.Opened) -> Void = { _ in }, as actor: Actor = Contest.clerk)
        throws -> [CallEvent]
    {
        var opened = opened
        change(&opened)
        return try Call.opening(opened, of: Contest.programme(), by: actor)
    }

    private func decide(
        _ command: CallCommand, on call: Call, as actor: Actor = Contest.clerk,
        at now: Instant = Contest.time(15), granted: Set<String> = [], holds: Bool = false
    ) throws -> [CallEvent] {
        try call.decide(
            command, of: Contest.programme(), by: actor, at: now, granted: granted, holds: holds)
    }

    private func mistaken(_ field: CallMistake.Field, _ kind: CallMistake.Kind) -> Refusal {
        .mistakenCall([CallMistake(field, kind)])
    }

    private var draft: Call {
        var call = Contest.call
        call.state = .draft
        return call
    }

    @Test("is opened by who may manage calls of the office")
    func opens() throws {
        #expect(try open() == [.opened(opened)])
        for actor in [Contest.checker, Contest.chair, Contest.filer, .nobody, .clock] {
            #expect(throws: Refusal.notAllowed) { try open(as: actor) }
        }
    }

    @Test(
        "has a handle that fits into an address",
        arguments: [
            "", "ab", "2564-a", "-abc", "Contest", "con test", "ประกวด", "a/b",
            String(repeating: "a", count: 61),
        ])
    func handles(handle: String) throws {
        let kind: CallMistake.Kind = handle.isEmpty ? .missing : .malformed
        #expect(throws: mistaken(.handle, kind)) { try open { $0.handle = handle } }
        #expect(throws: Never.self) { try open { $0.handle = "abc" } }
        #expect(throws: Never.self) { try open { $0.handle = String(repeating: "a", count: 60) } }
    }

    @Test("has a title in each language, a period that ends after it begins, and settings within bounds")
    func unfit() throws {
        #expect(throws: mistaken(.title(.english), .missing)) { try open { $0.title = [.thai: "ประกวด"] } }
        #expect(throws: mistaken(.title(.english), .missing)) { try open { $0.title[.english] = "" } }
        #expect(throws: mistaken(.end, .beforeOpening)) { try open { $0.period.closes = $0.period.opens } }
        for places in [0, 4] {
            #expect(throws: mistaken(.setting("places"), .outOfBounds(minimum: 1, maximum: 3))) {
                try open { $0.settings.numbers = ["places": places] }
            }
        }
        #expect(throws: mistaken(.setting("plces"), .unknown)) {
            try open { $0.settings.numbers = ["plces": 1] }
        }
        #expect(throws: Never.self) { try open { $0.settings.numbers = ["places": 3] } }
    }

    @Test(
        "weighs every criterion of a round, to a hundred",
        arguments: [
            (["impact": 60, "novelty": 30], 90), (["impact": 100], 100),
            (["impact": 120, "novelty": -20], 100), (["impact": 50, "novelty": 40, "beauty": 10], 100),
            (["impact": .max, "novelty": .max], Int.max), (["impact": .min, "novelty": .min], Int.min),
        ])
    func weights(weights: [String: Int], sum: Int) throws {
        #expect(throws: mistaken(.weights(round: "first"), .sum(sum))) {
            try open { $0.settings.weights = ["first": weights] }
        }
        #expect(throws: mistaken(.weights(round: "second"), .unknown)) {
            try open { $0.settings.weights = ["second": ["impact": 100]] }
        }
        #expect(throws: Never.self) {
            try open { $0.settings.weights = ["first": ["impact": 0, "novelty": 100]] }
        }
    }

    @Test("is set up while it is a draft, and not once it is published")
    func configures() throws {
        let period = Period(opens: Contest.time(13), closes: Contest.time(20))
        let settings = CallSettings(numbers: ["places": 2])
        let command = CallCommand.configure(title: Contest.call.title, period: period, settings: settings)
        let event = CallEvent.configured(title: Contest.call.title, period: period, settings: settings)
        #expect(try decide(command, on: draft) == [event])
        #expect(throws: Refusal.callPublished) { try decide(command, on: Contest.call) }
        #expect(throws: Refusal.notAllowed) { try decide(command, on: draft, as: Contest.chair) }
        #expect(
            throws: Refusal.mistakenCall([
                CallMistake(.title(.thai), .missing), CallMistake(.title(.english), .missing),
            ])
        ) { try decide(.configure(title: [:], period: period, settings: settings), on: draft) }
    }

    @Test("is published once")
    func publishes() throws {
        #expect(try decide(.publish, on: draft) == [.published(series: 1)])
        #expect(throws: Refusal.alreadyDone) { try decide(.publish, on: Contest.call) }
        #expect(throws: Refusal.notAllowed) { try decide(.publish, on: draft, as: Contest.checker) }
    }

    @Test("may end later, for a reason, but never earlier nor in the past")
    func extends() throws {
        let later = Contest.time(5, month: 8)
        #expect(
            try decide(.extend(to: later, reason: "น้ำท่วม"), on: Contest.call)
                == [.extended(to: later, reason: "น้ำท่วม")])
        #expect(throws: mistaken(.end, .notLater)) {
            try decide(.extend(to: Contest.time(30), reason: "ก"), on: Contest.call)
        }
        #expect(throws: mistaken(.end, .notLater)) {
            try decide(.extend(to: later, reason: "ก"), on: Contest.call, at: later)
        }
        #expect(throws: Refusal.notAllowed) {
            try decide(.extend(to: later, reason: "ก"), on: Contest.call, as: Contest.filer)
        }
    }

    @Test("is extended once it is published, and for a reason that says something, in so many words")
    func reasons() throws {
        let later = Contest.time(5, month: 8)
        #expect(throws: Refusal.callNotPublished) { try decide(.extend(to: later, reason: "ก"), on: draft) }
        for reason in ["", " \n\t", "\u{200B}\u{FEFF}"] {
            #expect(throws: mistaken(.reason, .missing)) {
                try decide(.extend(to: later, reason: reason), on: Contest.call)
            }
        }
        let longest = String(repeating: "ก", count: 1000)
        #expect(throws: Never.self) { try decide(.extend(to: later, reason: longest), on: Contest.call) }
        #expect(throws: mistaken(.reason, .tooLong(1000))) {
            try decide(.extend(to: later, reason: longest + "ก"), on: Contest.call)
        }
    }

    @Test("is extended neither while decisions are held nor once results have been released")
    func extendsNothingDecided() throws {
        let command = CallCommand.extend(to: Contest.time(5, month: 8), reason: "ก")
        var call = Contest.call
        #expect(call.refusalToExtend(holds: false) == nil)
        #expect(call.refusalToExtend(holds: true) == .decisionsHeld)
        #expect(throws: Refusal.decisionsHeld) { try decide(command, on: call, holds: true) }
        call.evolve(Recorded(sequence: 3, at: Contest.time(20), actor: nil, body: .released(count: 1)))
        #expect(throws: Refusal.resultsReleased) { try decide(command, on: call) }
        #expect(throws: Refusal.notAllowed) { try decide(command, on: call, as: Contest.filer) }
    }

    @Test("has titles that say something, in so many words")
    func titles() throws {
        let longest = String(repeating: "ก", count: 200)
        #expect(throws: Never.self) { try open { $0.title[.thai] = longest } }
        #expect(throws: mistaken(.title(.thai), .tooLong(200))) {
            try open { $0.title[.thai] = longest + "ก" }
        }
        #expect(throws: mistaken(.title(.thai), .missing)) { try open { $0.title[.thai] = " \u{200B}" } }
    }

    @Test("is told every mistake at once")
    func together() throws {
        #expect(
            throws: Refusal.mistakenCall([
                CallMistake(.title(.thai), .missing), CallMistake(.end, .beforeOpening),
                CallMistake(.setting("places"), .outOfBounds(minimum: 1, maximum: 3)),
                CallMistake(.weights(round: "first"), .sum(1)), CallMistake(.handle, .malformed),
            ])
        ) {
            try open { opened in
                opened.handle = "x"
                opened.title[.thai] = ""
                opened.period.closes = opened.period.opens
                opened.settings.numbers = ["places": 9]
                opened.settings.weights = ["first": ["impact": 1, "novelty": 0]]
            }
        }
        #expect(
            throws: Refusal.mistakenCall([CallMistake(.end, .notLater), CallMistake(.reason, .missing)])
        ) { try decide(.extend(to: Contest.time(1), reason: ""), on: Contest.call) }
        #expect(throws: mistaken(.handle, .taken)) {
            try Call.opening(opened, of: Contest.programme(), by: Contest.clerk, isTaken: true)
        }
    }

    @Test("grants the roles that calls grant, and no others")
    func grants() throws {
        let person = PersonID(Contest.id(50))
        #expect(
            try decide(.grant(role: "judge", person: person), on: draft) == [
                .granted(role: "judge", person: person)
            ])
        for role in ["clerk", "filer", "king"] {
            #expect(throws: mistaken(.role, .unknown)) {
                try decide(.grant(role: role, person: person), on: Contest.call)
            }
        }
        #expect(throws: Refusal.alreadyDone) {
            try decide(.grant(role: "judge", person: person), on: Contest.call, granted: ["judge"])
        }
        #expect(
            try decide(.revoke(role: "judge", person: person), on: Contest.call, granted: ["judge"])
                == [.revoked(role: "judge", person: person)])
        for granted: Set<String> in [[], ["checker"]] {
            #expect(throws: Refusal.roleNotHeld) {
                try decide(.revoke(role: "judge", person: person), on: Contest.call, granted: granted)
            }
        }
        for command in [
            CallCommand.grant(role: "judge", person: person), .revoke(role: "judge", person: person),
        ] {
            #expect(throws: Refusal.notAllowed) { try decide(command, on: Contest.call, as: Contest.chair) }
        }
    }

    @Test("releases what is held by who may release, and not nothing")
    func releases() throws {
        #expect(try decide(.release(count: 3), on: Contest.call) == [.released(count: 3)])
        #expect(throws: Refusal.nothingHeld) { try decide(.release(count: 0), on: Contest.call) }
        #expect(throws: Refusal.notAllowed) {
            try decide(.release(count: 3), on: Contest.call, as: Contest.chair)
        }
    }

    @Test("is the fold of its events")
    func replays() throws {
        let person = PersonID(Contest.id(50))
        let period = Period(opens: Contest.time(13), closes: Contest.time(20))
        let bodies: [CallEvent] = [
            .opened(opened),
            .configured(title: [.thai: "ก"], period: period, settings: CallSettings(numbers: ["places": 2])),
            .published(series: 1), .granted(role: "judge", person: person),
            .revoked(role: "judge", person: person),
            .extended(to: Contest.time(25), reason: "ข"), .released(count: 1),
        ]
        let events = bodies.enumerated().map { index, body in
            Recorded(sequence: index + 1, at: Contest.time(12 + index), actor: person, body: body)
        }
        let call = try #require(Call.replaying(Contest.call.id, events))
        #expect(call.title == [.thai: "ก"])
        #expect(call.title(.english) == "ก")
        #expect(call.period == Period(opens: Contest.time(13), closes: Contest.time(25)))
        #expect(call.settings.number("places", of: try Contest.programme()) == 2)
        #expect(call.state == .published)
        #expect(call.releasedAt == Contest.time(18))
        #expect(call.sequence == 7)
        #expect(Call.replaying(Contest.call.id, Array(events.dropFirst())) == nil)
        #expect(
            events.map(\.body.kind) == [
                "opened", "configured", "published", "granted", "revoked", "extended", "released",
            ])
    }

    @Test("is exported, and an export of it cancelled, by who manages it, once it is published")
    func exports() throws {
        #expect(try decide(.export(.json), on: Contest.call) == [.exported(.json)])
        #expect(try decide(.cancelExport(.json), on: Contest.call) == [.exportCancelled(.json)])
        for command in [CallCommand.export(.json), .cancelExport(.json)] {
            #expect(throws: Refusal.notAllowed) { try decide(command, on: Contest.call, as: Contest.checker) }
            #expect(throws: Refusal.callNotPublished) { try decide(command, on: draft) }
        }
    }

    @Test("uses the programme's weights unless it has its own")
    func roundWeights() {
        #expect(CallSettings().weights(of: Contest.round) == ["impact": 60, "novelty": 40])
        let own = CallSettings(weights: ["first": ["impact": 10, "novelty": 90]])
        #expect(own.weights(of: Contest.round) == ["impact": 10, "novelty": 90])
    }

    @Test("is open from its first instant to the last moment of its last second")
    func period() {
        let period = Contest.call.period
        #expect(!period.contains(Instant(microseconds: Contest.time(12, 0).microseconds - 1)))
        #expect(period.contains(Contest.time(12, 0)))
        #expect(period.contains(Instant(microseconds: Contest.time(31, 24).microseconds - 1)))
        #expect(!period.contains(Contest.time(31, 24)))
        #expect(Period(opens: Contest.time(12), closes: nil).contains(Contest.time(12, month: 12)))
    }
}
