import SalaEngine
import Testing

@Suite("Letters about judging that follow from events")
struct JudgingLetterTests {
    private func letters(_ walk: Walk, wanting reviews: Int = 2) throws -> [JudgingLetter] {
        var programme = try Contest.programme()
        programme.rounds[0].reviews = reviews
        let last = try #require(walk.events.last)
        return walk.submission.judgingLetters(after: last.body, of: programme)
    }

    @Test("a judge who is asked is told")
    func asked() throws {
        let walk = try Walk.judged(by: 1)
        let judge = try #require(Contest.judges[0].person)
        #expect(try letters(walk) == [.asked(judge: judge, round: "first")])
    }

    @Test("a judge who is asked anew is told like any other")
    func again() throws {
        var walk = try Walk.judged(by: 1)
        let judge = Contest.judges[0]
        try walk.take(.declareConflict(round: "first", reason: "กดผิด"), as: judge)
        try walk.take(.assignAgain(round: "first", judge: judge, reason: "แจ้งผิด"), as: Contest.clerk)
        let person = try #require(judge.person)
        #expect(try letters(walk) == [.asked(judge: person, round: "first")])
    }

    @Test("those who assign are told how many are missing, whatever the way in which a judge is lost")
    func missing() throws {
        let judge = Contest.judges[0]
        let person = try #require(judge.person)
        let commands: [(Command, Actor)] = [
            (.declareConflict(round: "first", reason: "ญาติ"), judge),
            (.abstain(round: "first", reason: "ไม่ถนัด"), judge),
            (.unassign(round: "first", judge: person, reason: "ลาออก"), Contest.clerk),
            (.takeOff(round: "first", judge: person, role: "judge"), Contest.clerk),
        ]
        for (command, actor) in commands {
            var walk = try Walk.judged(by: 2)
            try walk.take(command, as: actor)
            #expect(
                try letters(walk) == [.judgesMissing(round: "first", missing: 1, roles: ["clerk"])])
            #expect(try letters(walk, wanting: 1) == [])
        }
    }

    @Test("nobody is asked for judges of what has left the round")
    func left() throws {
        var walk = try Walk.judged(by: 2)
        try walk.take(.act("withdraw", input: [:]), as: Contest.filer)
        let judge = try #require(Contest.judges[0].person)
        try walk.take(.unassign(round: "first", judge: judge, reason: "ลาออก"), as: Contest.clerk)
        #expect(try letters(walk) == [])
    }

    @Test("nobody is asked for judges of what is decided and not released")
    func held() throws {
        var walk = try Walk.judged(by: 3)
        for judge in Contest.judges.prefix(2) {
            try walk.take(.review(round: "first", Walk.scoring()), as: judge)
        }
        try walk.act("win", as: Contest.chair)
        let judge = try #require(Contest.judges[2].person)
        try walk.take(.takeOff(round: "first", judge: judge, role: "judge"), as: Contest.clerk)
        #expect(try letters(walk, wanting: 3) == [])
        // What was not asked for then is asked for when the decision is taken back, and only if it is needed.
        try walk.take(.takeBack, as: Contest.clerk)
        #expect(
            try letters(walk, wanting: 3)
                == [.judgesMissing(round: "first", missing: 1, roles: ["clerk"])])
        #expect(try letters(walk) == [])
    }

    @Test("nothing else tells anybody")
    func none() throws {
        var walk = try Walk.filed()
        #expect(try letters(walk) == [])
        walk = try Walk.reviewed()
        #expect(try letters(walk) == [])
    }
}
