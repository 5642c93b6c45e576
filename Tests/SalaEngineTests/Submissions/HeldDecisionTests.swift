import SalaEngine
import SalaThai
import Testing

@Suite("A held decision")
struct HeldDecisionTests {
    @Test("is pending until it is released: stage and letters stay as they were")
    func holds() throws {
        var walk = try Walk.reviewed()
        let events = try walk.act("win", as: Contest.chair)
        #expect(events == [.held(action: "win", input: [:])])
        #expect(walk.submission.stage == "judging")
        #expect(
            walk.submission.held == HeldDecision(action: "win", input: [:], by: Contest.chair.person))
        #expect(walk.submission.letters(after: events[0], of: try Contest.programme()).isEmpty)
    }

    @Test("takes effect on release, and says that it was held")
    func releases() throws {
        var walk = try Walk.reviewed()
        try walk.act("win", as: Contest.chair)
        let events = try walk.take(.release, as: Contest.clerk, at: Contest.time(30))
        guard case .acted(let acted) = events.first else {
            Issue.record("nothing was released")
            return
        }
        #expect(acted.wasHeld)
        #expect(acted.action == "win")
        #expect(walk.submission.stage == "won")
        #expect(walk.submission.held == nil)
        #expect(walk.submission.stageSince == Contest.time(30))
        #expect(throws: Refusal.nothingHeld) { try walk.take(.release, as: Contest.clerk) }
    }

    @Test("can be taken back and made anew")
    func takesBack() throws {
        var walk = try Walk.reviewed()
        try walk.act("win", as: Contest.chair)
        #expect(try walk.take(.takeBack, as: Contest.clerk) == [.takenBack(action: "win")])
        #expect(walk.submission.held == nil)
        #expect(throws: Refusal.nothingHeld) { try walk.take(.takeBack, as: Contest.clerk) }
        try walk.act("lose", as: Contest.clerk)
        try walk.take(.release, as: Contest.clerk)
        #expect(walk.submission.stage == "lost")
    }

    @Test("needs all reviews, the right to select, and that none is pending")
    func refusals() throws {
        var walk = try Walk.judged(by: 2)
        try walk.take(.review(round: "first", Walk.scoring()), as: Contest.judges[0])
        try walk.take(.review(round: "first", Walk.scoring(isFinal: false)), as: Contest.judges[1])
        #expect(throws: Refusal.reviewsMissing(wanted: 2, given: 1)) {
            try walk.act("win", as: Contest.chair)
        }
        try walk.take(.review(round: "first", Walk.scoring()), as: Contest.judges[1])
        #expect(throws: Refusal.notAllowed) { try walk.act("win", as: Contest.checker) }
        try walk.act("win", as: Contest.chair)
        #expect(throws: Refusal.alreadyHeld) { try walk.act("lose", as: Contest.clerk) }
        #expect(throws: Refusal.notAllowed) { try walk.take(.release, as: Contest.chair) }
        #expect(throws: Refusal.notAllowed) { try walk.take(.takeBack, as: Contest.checker) }
        #expect(throws: Refusal.notAllowed) { try walk.take(.takeBack, as: Contest.filer) }
    }

    @Test("is not made while the call takes in without an end: what is still to come could not be judged")
    func endless() throws {
        var walk = try Walk.reviewed()
        walk.call.period.closes = nil
        #expect(throws: Refusal.callWithoutEnd) { try walk.act("win", as: Contest.chair) }
        let situation = try Contest.situation(Contest.chair, at: Contest.time(15), call: walk.call)
        let win = try #require(situation.programme.workflow.action("win"))
        #expect(!walk.submission.mayAct(win, in: situation))
        walk.call.period.closes = Contest.time(16)
        #expect(try walk.act("win", as: Contest.chair) == [.held(action: "win", input: [:])])
    }

    @Test("closes the round for whatever has not come to it: nothing is brought where nobody may judge it")
    func closesRoundToLate() throws {
        var walk = try Walk.filed()
        walk.closedRounds = ["first"]
        #expect(throws: Refusal.roundClosed) { try walk.act("pass", as: Contest.checker) }
        #expect(throws: Never.self) {
            try walk.act("return", as: Contest.checker, Walk.returnInput, at: Contest.time(16))
        }
        walk.closedRounds = ["another"]
        try walk.act("resubmit", as: Contest.filer, at: Contest.time(17))
        try walk.act("pass", as: Contest.checker)
        #expect(walk.submission.stage == "judging")
        walk.closedRounds = ["first"]
        try walk.act("withdraw", as: Contest.filer)
    }

    @Test("the round that a command brings into is known beforehand, the clock's as well")
    func enters() throws {
        let walk = try Walk.filed()
        var workflow = try Contest.workflow()
        let submission = walk.submission
        #expect(submission.round(enteredBy: .act("pass", input: [:]), in: workflow) == "first")
        #expect(submission.round(enteredBy: .act("return", input: [:]), in: workflow) == nil)
        #expect(submission.round(enteredBy: .fallDue, in: workflow) == nil)
        for index in workflow.stages.indices where workflow.stages[index].name == "checking" {
            workflow.stages[index].clock = Clock(within: .workingDays(5), then: .action("pass"))
        }
        #expect(submission.round(enteredBy: .fallDue, in: workflow) == "first")
        let judged = try Walk.judged(by: 0).submission
        #expect(judged.round(enteredBy: .act("pass", input: [:]), in: workflow) == nil)
    }

    @Test("lapses when the filer withdraws before the release")
    func withdraws() throws {
        var walk = try Walk.reviewed()
        try walk.act("win", as: Contest.chair)
        try walk.act("withdraw", as: Contest.filer)
        #expect(walk.submission.held == nil)
        #expect(throws: Refusal.nothingHeld) { try walk.take(.release, as: Contest.clerk) }
    }

    @Test("about another submission closes the round too; it says so, and asks for no other judge")
    func closesRoundOfOthers() throws {
        var walk = try Walk.reviewed()
        walk.closedRounds = ["another"]
        try walk.take(.review(round: "first", Walk.scoring(impact: 3)), as: Contest.judges[0])
        walk.closedRounds = ["first"]
        let judge = Contest.judges[0]
        let person = try #require(judge.person)
        for (command, actor) in [
            (Command.review(round: "first", Walk.scoring(impact: 1)), judge),
            (.declareConflict(round: "first", reason: "ญาติ"), judge),
            (.abstain(round: "first", reason: "ไม่ถนัด"), judge),
            (.assign(round: "first", judge: Contest.judges[3]), Contest.clerk),
            (.unassign(round: "first", judge: person, reason: "ย้าย"), Contest.clerk),
        ] {
            #expect(throws: Refusal.scoringClosed) { try walk.take(command, as: actor) }
        }
        var situation = try Contest.situation(judge, at: Contest.time(15))
        situation.closedRounds = ["first"]
        #expect(!walk.submission.mayReview("first", in: situation))
        let event = SubmissionEvent.roleTakenBack(round: "first", judge: person, role: "judge")
        walk.submission.evolve(Recorded(sequence: 99, at: Contest.time(15), actor: nil, body: event))
        let programme = try Contest.programme()
        #expect(walk.submission.judgingLetters(after: event, of: programme).count == 1)
        #expect(
            walk.submission.judgingLetters(after: event, of: programme, closedRounds: ["first"]).isEmpty)
    }

    @Test("closes the round: nobody reviews, leaves or is asked any more")
    func closesRound() throws {
        var walk = try Walk.reviewed()
        try walk.act("win", as: Contest.chair)
        let judge = Contest.judges[0]
        let person = try #require(judge.person)
        #expect(throws: Refusal.scoringClosed) {
            try walk.take(.review(round: "first", Walk.scoring(impact: 3)), as: judge)
        }
        #expect(throws: Refusal.scoringClosed) {
            try walk.take(.declareConflict(round: "first", reason: "ญาติ"), as: judge)
        }
        #expect(throws: Refusal.alreadyHeld) {
            try walk.take(.unassign(round: "first", judge: person, reason: ""), as: Contest.clerk)
        }
        #expect(throws: Refusal.alreadyHeld) {
            try walk.take(.assign(round: "first", judge: Contest.judges[3]), as: Contest.clerk)
        }
    }
}
