import SalaEngine
import SalaThai
import Testing

@Suite("A stage's clock")
struct DueTests {
    private func microsecond(before instant: Instant) -> Instant {
        Instant(microseconds: instant.microseconds - 1)
    }

    @Test("runs for working days: no weekend and no holiday counts, nor the day it begins on")
    func workingDays() throws {
        var walk = try Walk()
        try walk.complete()
        // Thursday 22 July: Friday 23, Tuesday 27, Thursday 29, Friday 30, Monday 2 August.
        try walk.act("submit", as: Contest.filer, at: Contest.time(22, 23, 59, 59))
        #expect(walk.submission.due == microsecond(before: Contest.time(3, 0, month: 8)))
    }

    @Test("runs until the end of the day that the action's input names")
    func untilAnswer() throws {
        var walk = try Walk.filed()
        try walk.act("return", as: Contest.checker, Walk.returnInput, at: Contest.time(16))
        #expect(walk.submission.due == microsecond(before: Contest.time(23, 0)))
    }

    @Test("lets what must be done before it runs out be done until the day's last moment")
    func beforeDue() throws {
        var walk = try Walk.filed()
        try walk.act("return", as: Contest.checker, Walk.returnInput, at: Contest.time(16))
        let due = try #require(walk.submission.due)
        #expect(throws: Refusal.pastDue(due)) {
            try walk.act("resubmit", as: Contest.filer, at: Contest.time(23, 0))
        }
        #expect(throws: Refusal.alreadyDone) { try walk.take(.fallDue, as: .clock, at: due) }
        #expect(throws: Never.self) { try walk.act("resubmit", as: Contest.filer, at: due) }
        #expect(walk.submission.stage == "checking")
    }

    @Test("takes its action when it has run out, and not before")
    func action() throws {
        var walk = try Walk.filed()
        try walk.act("return", as: Contest.checker, Walk.returnInput, at: Contest.time(16))
        #expect(throws: Refusal.alreadyDone) {
            try walk.take(.fallDue, as: .clock, at: Contest.time(22, 23, 59, 59))
        }
        #expect(throws: Refusal.notAllowed) {
            try walk.take(.fallDue, as: Contest.clerk, at: Contest.time(23, 0))
        }
        try walk.take(.fallDue, as: .clock, at: Contest.time(23, 0))
        #expect(walk.submission.stage == "lapsed")
        #expect(walk.submission.due == nil)
        #expect(walk.events.last?.actor == nil)
        #expect(throws: Refusal.alreadyDone) { try walk.take(.fallDue, as: .clock, at: Contest.time(24)) }
    }

    @Test("that is refused says why, waits longer each time, and is given up in the end")
    func refused() throws {
        var walk = try Walk.filed()
        try walk.act("return", as: Contest.checker, Walk.returnInput, at: Contest.time(16))
        walk.change { $0.workflow.guardLapse() }
        try walk.take(.answer(page: "about", [:]), as: Contest.filer, at: Contest.time(17))
        var now = Contest.time(23, 1)
        // 1, 2, 4 hours and so on, which makes 64 hours before the eighth try.
        for tries in 1...8 {
            let again = tries < 8 ? now.adding(seconds: 3600 << Int64(tries - 1)) : nil
            let refusal = ClockRefusal(action: "lapse", code: "incomplete", tries: tries, again: again)
            #expect(try walk.take(.fallDue, as: .clock, at: now) == [.clockRefused(refusal)])
            #expect(walk.submission.clockRefusal == refusal)
            #expect(walk.submission.clockAt == again)
            #expect(walk.submission.stage == "mending" && !walk.submission.dueHandled)
            guard let again else { break }
            #expect(throws: Refusal.alreadyDone) {
                try walk.take(.fallDue, as: .clock, at: microsecond(before: again))
            }
            now = again
        }
        #expect(throws: Refusal.alreadyDone) {
            try walk.take(.fallDue, as: .clock, at: Contest.time(30, month: 8))
        }
        #expect(Submission.replaying(Walk.id, walk.events) == walk.submission)
    }

    @Test("that was refused acts as soon as it is tried again and nothing hinders it")
    func mended() throws {
        var walk = try Walk.filed()
        try walk.act("return", as: Contest.checker, Walk.returnInput, at: Contest.time(16))
        walk.change { $0.workflow.guardLapse() }
        try walk.take(.answer(page: "about", [:]), as: Contest.filer, at: Contest.time(17))
        try walk.take(.fallDue, as: .clock, at: Contest.time(23, 1))
        try walk.take(.answer(page: "about", Walk.answers), as: Contest.filer, at: Contest.time(23, 1, 30))
        try walk.take(.fallDue, as: .clock, at: Contest.time(23, 2))
        #expect(walk.submission.stage == "lapsed")
        #expect(walk.submission.clockRefusal == nil)
        #expect(walk.submission.clockAt == nil)
    }

    @Test("reminds once")
    func reminds() throws {
        var walk = try Walk.filed()
        #expect(throws: Refusal.alreadyDone) { try walk.take(.fallDue, as: .clock, at: Contest.time(22, 20)) }
        #expect(try walk.take(.fallDue, as: .clock, at: Contest.time(23, 0)) == [.reminded])
        #expect(walk.submission.dueHandled)
        #expect(walk.submission.stage == "checking")
        #expect(throws: Refusal.alreadyDone) { try walk.take(.fallDue, as: .clock, at: Contest.time(24)) }
    }

    @Test("begins anew with each stage")
    func anew() throws {
        var walk = try Walk.filed()
        try walk.take(.fallDue, as: .clock, at: Contest.time(23, 0))
        try walk.act(
            "return", as: Contest.checker, ["reason": .text("ก"), "due": .text("2021-07-30")],
            at: Contest.time(23, 10))
        #expect(!walk.submission.dueHandled)
        try walk.act("resubmit", as: Contest.filer, at: Contest.time(24))
        // Saturday 24 July: 27, 29, 30 July, 2 and 3 August.
        #expect(walk.submission.due == microsecond(before: Contest.time(4, 0, month: 8)))
    }

    @Test("is set anew by an action that stays in the stage, since when it rests there stays the same")
    func stays() throws {
        var walk = try Walk.filed()
        try walk.act("return", as: Contest.checker, Walk.returnInput, at: Contest.time(16))
        walk.change { $0.workflow.addRescheduling() }
        try walk.take(.answer(page: "about", ["title": .text("ไฟดับสองดวง")]), as: Contest.filer)
        try walk.act(
            "reschedule", as: Contest.checker, ["reason": .text("น้ำท่วม"), "due": .text("2021-07-29")],
            at: Contest.time(19))
        #expect(walk.submission.stage == "mending" && walk.submission.stageSince == Contest.time(16))
        #expect(walk.submission.due == microsecond(before: Contest.time(30, 0)))
        #expect(walk.submission.answers["title"] == .text("ไฟดับสองดวง"))
        #expect(throws: Refusal.alreadyDone) { try walk.take(.fallDue, as: .clock, at: Contest.time(24)) }
        try walk.take(.fallDue, as: .clock, at: Contest.time(30, 0))
        #expect(walk.submission.stage == "lapsed" && walk.submission.stageSince == Contest.time(30, 0))
        #expect(Submission.replaying(Walk.id, walk.events) == walk.submission)
    }

    @Test("does not run where the stage has none")
    func none() throws {
        var walk = try Walk()
        #expect(walk.submission.due == nil)
        #expect(throws: Refusal.alreadyDone) { try walk.take(.fallDue, as: .clock, at: Contest.time(30)) }
    }
}
