import SalaEngine
import SalaThai
import Testing

@Suite("Reviewing a submission")
struct ReviewingTests {
    private let judge = Contest.judges[0]

    private func review(_ walk: Walk, of judge: Actor) throws -> Review {
        let person = try #require(judge.person)
        return try #require(walk.submission.reviews["first"]?[person])
    }

    @Test("begins when a judge is asked, is kept while it is written, and counts when it is given")
    func states() throws {
        var walk = try Walk.judged(by: 1)
        #expect(try review(walk, of: judge) == Review(state: .assigned))
        let begun = Scoring(scores: ["impact": 3], commentToCommittee: "", commentToFiler: "", isFinal: false)
        try walk.take(.review(round: "first", begun), as: judge)
        #expect(try review(walk, of: judge) == Review(state: .begun, scores: ["impact": 3]))
        try walk.take(.review(round: "first", Walk.scoring()), as: judge)
        #expect(
            try review(walk, of: judge)
                == Review(state: .final, scores: ["impact": 2, "novelty": 1], commentToFiler: "ดี"))
    }

    @Test("may be given again while nothing is decided, but not be taken back into writing")
    func again() throws {
        var walk = try Walk.judged(by: 1)
        try walk.take(.review(round: "first", Walk.scoring()), as: judge)
        #expect(throws: Refusal.alreadyDone) {
            try walk.take(.review(round: "first", Walk.scoring(isFinal: false)), as: judge)
        }
        try walk.take(.review(round: "first", Walk.scoring(impact: 0)), as: judge)
        #expect(try review(walk, of: judge).scores["impact"] == 0)
    }

    @Test("does not take the place of one that its page did not show, unless it says the same")
    func overtaken() throws {
        var walk = try Walk.judged(by: 1)
        let shown = ShownReview(try review(walk, of: judge), draft: nil)
        try walk.take(.review(round: "first", Walk.scoring(impact: 1), shown: shown), as: judge)
        for isFinal in [true, false] {
            let late = Walk.scoring(impact: 3, isFinal: isFinal)
            #expect(throws: Refusal.overtaken([])) {
                try walk.take(.review(round: "first", late, shown: shown), as: judge)
            }
            #expect(throws: Refusal.overtaken([])) {
                try walk.submission.draft(
                    of: "first", late, shown: shown, in: try Contest.situation(judge, at: Contest.time(15)))
            }
        }
        try walk.take(.review(round: "first", Walk.scoring(impact: 1), shown: shown), as: judge)
        let newest = ShownReview(try review(walk, of: judge), draft: nil)
        try walk.take(
            .review(round: "first", Walk.scoring(impact: 3), shown: ShownReview(newest.text)), as: judge)
        #expect(try review(walk, of: judge).scores["impact"] == 3)
    }

    @Test("does not take the place of the same words that have been given since its page showed them kept")
    func givenSince() throws {
        var walk = try Walk.judged(by: 1)
        try walk.take(.review(round: "first", Walk.scoring(isFinal: false)), as: judge)
        let shown = ShownReview(try review(walk, of: judge), draft: nil)
        try walk.take(.review(round: "first", Walk.scoring(), shown: shown), as: judge)
        #expect(throws: Refusal.overtaken([])) {
            try walk.take(.review(round: "first", Walk.scoring(impact: 0), shown: shown), as: judge)
        }
        #expect(try review(walk, of: judge).scores["impact"] == 2)
    }

    @Test("is shown with the draft beside it, of which another page may have kept a newer one")
    func shownDraft() throws {
        func draft(_ impact: Int, _ comment: String = "") -> Scoring {
            Scoring(
                scores: ["impact": impact], commentToCommittee: comment, commentToFiler: "", isFinal: false)
        }
        let (none, first) = (
            ShownReview(Review(state: .assigned), draft: nil),
            ShownReview(ShownReview(Review(state: .assigned), draft: draft(1)).text)
        )
        #expect(throws: Never.self) {
            try none.demand(draft: nil, before: draft(2))
            try none.demand(draft: draft(2), before: draft(2))
            try first.demand(draft: draft(1), before: draft(2))
            try first.demand(draft: draft(1), before: nil)
            try first.demand(draft: nil, before: draft(2))
        }
        for (shown, kept, sent) in [
            (none, draft(1), draft(2)), (none, draft(1), nil), (first, draft(1, "ใหม่"), draft(1)),
            (first, draft(3), draft(1)), (ShownReview("old"), draft(1), draft(2)),
        ] {
            #expect(throws: Refusal.overtaken([])) { try shown.demand(draft: kept, before: sent) }
        }
    }

    @Test("is drafted while it may be written, with the levels that there are, and never as given")
    func drafting() throws {
        var walk = try Walk.judged(by: 1)
        func draft(_ scores: [String: Int], as actor: Actor) throws -> Scoring? {
            let typed = Scoring(scores: scores, commentToCommittee: "", commentToFiler: "", isFinal: true)
            return try walk.submission.draft(
                of: "first", typed, in: try Contest.situation(actor, at: Contest.time(15)))
        }
        #expect(
            try draft(["impact": 3, "novelty": 77, "looks": 1], as: judge)
                == Scoring(
                    scores: ["impact": 3], commentToCommittee: "", commentToFiler: "", isFinal: false))
        #expect(try draft([:], as: judge) == nil)
        #expect(throws: Refusal.notAssigned) { try draft([:], as: Contest.judges[1]) }
        var own = judge
        own.organisations = [Contest.town]
        #expect(throws: Refusal.ownOrganisation) { try draft(["impact": 3], as: own) }
        try walk.take(.declareConflict(round: "first", reason: "ญาติ"), as: judge)
        #expect(throws: Refusal.conflictDeclared) { try draft(["impact": 3], as: judge) }
    }

    @Test("is asked of the round's judges by who may assign, once, in the round's stage")
    func assigning() throws {
        var walk = try Walk.judged(by: 1)
        func assign(_ judge: Actor, as actor: Actor = Contest.clerk, round: String = "first") throws {
            try walk.take(.assign(round: round, judge: judge), as: actor)
        }
        #expect(throws: Refusal.alreadyDone) { try assign(judge) }
        #expect(throws: Refusal.notAllowed) { try assign(Contest.judges[1], as: Contest.chair) }
        #expect(throws: Refusal.notFound) { try assign(Contest.judges[1], round: "second") }
        #expect(throws: Refusal.unfit("judge")) { try assign(Contest.checker) }
        #expect(throws: Refusal.unfit("judge")) { try assign(.clock) }
        var early = try Walk.filed()
        #expect(throws: Refusal.wrongStage("checking")) {
            try early.take(.assign(round: "first", judge: judge), as: Contest.clerk)
        }
    }

    @Test("is never of one's own organisation's work")
    func own() throws {
        var walk = try Walk.judged(by: 0)
        var own = judge
        own.organisations = [Contest.town]
        #expect(throws: Refusal.ownOrganisation) {
            try walk.take(.assign(round: "first", judge: own), as: Contest.clerk)
        }
        try walk.take(.assign(round: "first", judge: judge), as: Contest.clerk)
        #expect(throws: Refusal.ownOrganisation) {
            try walk.take(.review(round: "first", Walk.scoring()), as: own)
        }
    }

    @Test("is nobody's who has lost the judges' role")
    func roles() throws {
        var walk = try Walk.judged(by: 1)
        var former = judge
        former.roles = []
        for command: Command in [
            .review(round: "first", Walk.scoring()), .abstain(round: "first", reason: "ไม่ว่าง"),
            .declareConflict(round: "first", reason: "ญาติ"),
        ] {
            #expect(throws: Refusal.notAllowed) { try walk.take(command, as: former) }
        }
    }

    @Test("ends with a declared conflict, which asking as of anybody does not undo")
    func conflict() throws {
        var walk = try Walk.judged(by: 1)
        try walk.take(.declareConflict(round: "first", reason: "เป็นที่ปรึกษา"), as: judge)
        #expect(try review(walk, of: judge) == Review(state: .conflict, reason: "เป็นที่ปรึกษา"))
        #expect(throws: Refusal.conflictDeclared) {
            try walk.take(.review(round: "first", Walk.scoring()), as: judge)
        }
        #expect(throws: Refusal.conflictDeclared) {
            try walk.take(.assign(round: "first", judge: judge), as: Contest.clerk)
        }
    }

    @Test("is asked for anew of who declared by mistake, with a reason, and both stay in the record")
    func askedAnew() throws {
        for command: Command in [
            .declareConflict(round: "first", reason: "กดผิด"), .abstain(round: "first", reason: "กดผิด"),
        ] {
            var walk = try Walk.judged(by: 1)
            func again(_ reason: String, of judge: Actor, by actor: Actor = Contest.clerk) throws {
                try walk.take(.assignAgain(round: "first", judge: judge, reason: reason), as: actor)
            }
            #expect(throws: Refusal.alreadyDone) { try again("แจ้งผิด", of: judge) }
            #expect(throws: Refusal.notAssigned) { try again("แจ้งผิด", of: Contest.judges[1]) }
            try walk.take(command, as: judge)
            #expect(throws: Refusal.notAllowed) { try again("แจ้งผิด", of: judge, by: Contest.chair) }
            #expect(throws: Refusal.unfit("reason")) { try again(" ", of: judge) }
            var own = judge
            own.organisations = [Contest.town]
            #expect(throws: Refusal.ownOrganisation) { try again("แจ้งผิด", of: own) }
            var former = judge
            former.roles = []
            #expect(throws: Refusal.unfit("judge")) { try again("แจ้งผิด", of: former) }
            try again("แจ้งผิด", of: judge)
            #expect(try review(walk, of: judge) == Review(state: .assigned))
            let kinds = walk.events.suffix(2).map(\.body.kind)
            #expect(["conflict-declared", "abstained"].contains(kinds[0]) && kinds[1] == "assigned-again")
            try walk.take(.review(round: "first", Walk.scoring()), as: judge)
            #expect(try review(walk, of: judge).state == .final)
        }
    }

    @Test("is not asked for anew of who abstained, but for a reason")
    func abstained() throws {
        var walk = try Walk.judged(by: 1)
        try walk.take(.abstain(round: "first", reason: "ไม่ถนัด"), as: judge)
        #expect(throws: Refusal.abstained) {
            try walk.take(.assign(round: "first", judge: judge), as: Contest.clerk)
        }
    }

    @Test("ends with an abstention or when it is taken back, until the judge is asked anew")
    func abstention() throws {
        var walk = try Walk.judged(by: 2)
        let second = Contest.judges[1]
        try walk.take(.abstain(round: "first", reason: "ไม่ถนัด"), as: judge)
        #expect(try review(walk, of: judge) == Review(state: .abstained, reason: "ไม่ถนัด"))
        let person = try #require(second.person)
        #expect(throws: Refusal.notAllowed) {
            try walk.take(.unassign(round: "first", judge: person, reason: ""), as: Contest.chair)
        }
        try walk.take(.unassign(round: "first", judge: person, reason: "ป่วย"), as: Contest.clerk)
        #expect(try review(walk, of: second) == Review(state: .withdrawn, reason: "ป่วย"))
        for (judge, refusal) in [(judge, Refusal.abstained), (second, .notAssigned)] {
            #expect(throws: refusal) {
                try walk.take(.review(round: "first", Walk.scoring()), as: judge)
            }
        }
        #expect(throws: Refusal.notAssigned) {
            try walk.take(.unassign(round: "first", judge: person, reason: ""), as: Contest.clerk)
        }
        try walk.take(.assign(round: "first", judge: second), as: Contest.clerk)
        #expect(try review(walk, of: second) == Review(state: .assigned))
    }

    @Test("is for those who are asked, in the stage of the round")
    func strangers() throws {
        var walk = try Walk.judged(by: 1)
        let scoring = Command.review(round: "first", Walk.scoring())
        #expect(throws: Refusal.notAssigned) { try walk.take(scoring, as: Contest.judges[1]) }
        #expect(throws: Refusal.notAssigned) { try walk.take(scoring, as: Contest.clerk) }
        #expect(throws: Refusal.notAssigned) { try walk.take(scoring, as: .nobody) }
        #expect(throws: Refusal.notAssigned) {
            try walk.take(.review(round: "second", Walk.scoring()), as: judge)
        }
        try walk.act("withdraw", as: Contest.filer)
        #expect(throws: Refusal.wrongStage("dropped")) { try walk.take(scoring, as: judge) }
        #expect(throws: Refusal.wrongStage("dropped")) {
            try walk.take(.abstain(round: "first", reason: ""), as: judge)
        }
    }

    @Test("names everything that is missing or wrong, and lets an unfinished one be kept")
    func mistakes() throws {
        var walk = try Walk.judged(by: 1)
        func mistake(_ question: String, _ kind: Mistake.Kind) -> Mistake {
            Mistake(question: question, page: "first", kind: kind)
        }
        let wrong = Scoring(
            scores: ["impact": 4, "beauty": 1], commentToCommittee: "", commentToFiler: "", isFinal: true)
        #expect(
            throws: Refusal.mistaken([
                mistake("impact", .notAChoice), mistake("novelty", .missing), mistake("beauty", .notAChoice),
                mistake("comment-to-filer", .missing),
            ])
        ) { try walk.take(.review(round: "first", wrong), as: judge) }
        var long = Walk.scoring(filer: String(repeating: "ก", count: 5001), isFinal: false)
        #expect(throws: Refusal.mistaken([mistake("comment-to-filer", .tooLong(5000))])) {
            try walk.take(.review(round: "first", long), as: judge)
        }
        long.commentToFiler = String(repeating: "ก", count: 5000)
        try walk.take(.review(round: "first", long), as: judge)
    }
}
