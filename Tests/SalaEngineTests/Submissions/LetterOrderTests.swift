import SalaEngine
import SalaThai
import Testing

@Suite("Letters that follow from events")
struct LetterOrderTests {
    private func letters(_ walk: Walk) throws -> [LetterOrder] {
        let last = try #require(walk.events.last)
        return walk.submission.letters(after: last.body, of: try Contest.programme())
    }

    @Test("an action's letter goes to the filer, with what was put in")
    func action() throws {
        var walk = try Walk.filed()
        #expect(try letters(walk) == [LetterOrder(letter: "receipt", to: .filer, input: [:])])
        try walk.act("return", as: Contest.checker, Walk.returnInput)
        #expect(try letters(walk) == [LetterOrder(letter: "returned", to: .filer, input: Walk.returnInput)])
        try walk.take(.fallDue, as: .clock, at: Contest.time(23, 0))
        #expect(try letters(walk) == [LetterOrder(letter: "lapsed", to: .filer, input: [:])])
    }

    @Test("a released decision sends the letter that it held back")
    func release() throws {
        var walk = try Walk.reviewed()
        try walk.act("win", as: Contest.chair)
        try walk.take(.release, as: Contest.clerk)
        #expect(try letters(walk) == [LetterOrder(letter: "won", to: .filer, input: [:])])
    }

    @Test("an action without a letter, and everything else, sends none")
    func none() throws {
        var walk = try Walk()
        try walk.complete()
        #expect(try letters(walk).isEmpty)
        walk = try Walk.reviewed()
        #expect(try letters(walk).isEmpty)
        try walk.act("withdraw", as: Contest.filer)
        #expect(try letters(walk).isEmpty)
    }

    @Test("a reminder goes to those who can move the submission on, and to the filer where the filer writes")
    func reminder() throws {
        var walk = try Walk.filed()
        try walk.take(.fallDue, as: .clock, at: Contest.time(23, 0))
        #expect(
            try letters(walk) == [
                LetterOrder(letter: "reminder", to: .roles(["checker", "clerk"]), input: [:])
            ])
        let judged = try Walk.judged(by: 1).submission
        #expect(
            judged.letters(after: .reminded, of: try Contest.programme())
                == [LetterOrder(letter: "reminder", to: .roles(["chair", "clerk"]), input: [:])])
        try walk.act("return", as: Contest.checker, Walk.returnInput)
        #expect(
            walk.submission.letters(after: .reminded, of: try Contest.programme())
                == [LetterOrder(letter: "reminder", to: .filer, input: [:])])
    }
}
