import SalaEngine
import Testing

@Suite("A further review, and one that is opened again")
struct FurtherReviewTests {
    private let judge = Contest.judges[0]
    private let other = Contest.judges[1]

    private func given() throws -> Walk {
        var walk = try Walk.judged(by: 1)
        try walk.take(.review(round: "first", Walk.scoring()), as: judge)
        return walk
    }

    private func state(_ walk: Walk, of judge: Actor) throws -> Review.State? {
        let person = try #require(judge.person)
        return walk.submission.reviews["first"]?[person]?.state
    }

    @Test("is asked for with a reason once somebody has given a score, and not of who has been asked")
    func asks() throws {
        var early = try Walk.judged(by: 1)
        func ask(
            _ judge: Actor, _ reason: String = "ก้ำกึ่ง", as actor: Actor = Contest.clerk, on walk: inout Walk
        )
            throws
        {
            try walk.take(.askFurther(round: "first", judge: judge, reason: reason), as: actor)
        }
        #expect(throws: Refusal.reviewsMissing(wanted: 1, given: 0)) { try ask(other, on: &early) }
        var walk = try given()
        #expect(throws: Refusal.unfit("reason")) { try ask(other, " ", on: &walk) }
        #expect(throws: Refusal.alreadyDone) { try ask(judge, on: &walk) }
        for actor in [Contest.checker, Contest.filer, judge] {
            #expect(throws: Refusal.notAllowed) { try ask(other, as: actor, on: &walk) }
        }
        var own = other
        own.organisations = [Contest.town]
        #expect(throws: Refusal.ownOrganisation) { try ask(own, on: &walk) }
        try ask(other, on: &walk)
        #expect(try state(walk, of: other) == .assigned)
        #expect(walk.events.last?.body.kind == "further-asked")
        try walk.take(.declareConflict(round: "first", reason: "ญาติ"), as: other)
        #expect(throws: Refusal.conflictDeclared) { try ask(other, on: &walk) }
    }

    @Test("is asked for and opened again by who leads the round too")
    func leads() throws {
        var walk = try given()
        let reopening = Command.reopen(
            round: "first", judge: judge, reason: "คะแนนสลับช่อง")
        let further = Command.askFurther(round: "first", judge: other, reason: "ก้ำกึ่ง")
        for command in [further, reopening] {
            #expect(throws: Refusal.notAllowed) { try walk.take(command, as: Contest.chair) }
        }
        walk.change { $0.rounds[0].chair = "chair" }
        for command in [further, reopening] { try walk.take(command, as: Contest.chair) }
        #expect(walk.events.suffix(2).map(\.body.kind) == ["further-asked", "reopened"])
        // Who leads the round assigns nobody besides.
        #expect(throws: Refusal.notAllowed) {
            try walk.take(.assign(round: "first", judge: Contest.judges[2]), as: Contest.chair)
        }
        walk.closedRounds = ["first"]
        #expect(throws: Refusal.scoringClosed) { try walk.take(reopening, as: Contest.chair) }
    }

    @Test("counts no more when it is opened again, keeps what was given, and counts when given anew")
    func reopens() throws {
        var walk = try given()
        let person = try #require(judge.person)
        func reopen(_ reason: String = "คะแนนสลับช่อง", as actor: Actor = Contest.clerk) throws {
            try walk.take(.reopen(round: "first", judge: judge, reason: reason), as: actor)
        }
        #expect(throws: Refusal.unfit("reason")) { try reopen("") }
        for actor in [Contest.checker, Contest.filer, judge] {
            #expect(throws: Refusal.notAllowed) { try reopen(as: actor) }
        }
        var former = judge
        former.roles = []
        #expect(throws: Refusal.unfit("judge")) {
            try walk.take(.reopen(round: "first", judge: former, reason: "คะแนนสลับช่อง"), as: Contest.clerk)
        }
        let before = walk.submission.reviews["first"]?[person]
        try reopen()
        #expect(try state(walk, of: judge) == .begun)
        #expect(walk.submission.reviews["first"]?[person]?.scores == before?.scores)
        #expect(walk.submission.reviews["first"]?[person]?.reopened == before?.scores)
        #expect(walk.submission.reviews["first"]?[person]?.isReopened == true)
        #expect(walk.submission.reviews["first"]?[person]?.reason == "คะแนนสลับช่อง")
        #expect(throws: Refusal.alreadyDone) { try reopen() }
        try walk.take(.review(round: "first", Walk.scoring()), as: judge)
        #expect(try state(walk, of: judge) == .final)
        #expect(walk.submission.reviews["first"]?[person]?.reason == "")
        #expect(walk.submission.reviews["first"]?[person]?.reopened == before?.scores)
        // What it said before stands in the events.
        #expect(walk.events.filter { $0.body.kind == "reviewed" }.count == 2)
        let event = SubmissionEvent.reopened(round: "first", judge: person, reason: "คะแนนสลับช่อง")
        #expect(
            walk.submission.judgingLetters(after: event, of: try Contest.programme()) == [
                .reopened(judge: person, round: "first", reason: "คะแนนสลับช่อง")
            ])
    }
}
