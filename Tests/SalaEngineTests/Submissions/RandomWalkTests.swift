import Foundation
import SalaEngine
import SalaThai
import Testing

@Suite("Random walks")
struct RandomWalkTests {
    /// Numbers that are the same for the same seed (splitmix64, Steele, Lea and Flood 2014).
    struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    private static func command(_ dice: inout Dice) throws -> Command {
        let judge = Contest.judges.randomElement(using: &dice) ?? .nobody
        let action = try Contest.workflow().actions.randomElement(using: &dice)?.name ?? ""
        let input = Bool.random(using: &dice) ? Walk.returnInput : [:]
        let commands: [Command] = [
            .answer(page: "about", Bool.random(using: &dice) ? Walk.answers : [:]),
            .attach(Walk.plan(Int.random(in: 1...30, using: &dice))),
            .detach(Walk.plan(Int.random(in: 1...30, using: &dice)).id),
            .act(action, input: input), .act(action, input: input), .act(action, input: input), .takeBack,
            .release,
            .assign(round: "first", judge: judge), .assign(round: "first", judge: judge),
            .assignAgain(round: "first", judge: judge, reason: "ค"),
            .unassign(round: "first", judge: judge.person ?? PersonID(Contest.id(1)), reason: ""),
            .takeOff(round: "first", judge: judge.person ?? PersonID(Contest.id(1)), role: "judge"),
            .declareConflict(round: "first", reason: "ก"), .abstain(round: "first", reason: "ข"),
            .review(round: "first", Walk.scoring(isFinal: Bool.random(using: &dice))),
            .review(round: "first", Walk.scoring()), .fallDue,
        ]
        return commands.randomElement(using: &dice) ?? .release
    }

    private static func kept<Value: Codable>(_ value: Value) throws -> Value {
        try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
    }

    @Test("never leave the workflow, and replaying their events gives what they came to", arguments: 1...60)
    func walk(seed: UInt64) throws {
        var dice = Dice(state: seed)
        let programme = try Contest.programme()
        let stages = Set(programme.workflow.stages.map(\.name))
        let actors =
            [
                Contest.filer, Contest.filer, Contest.clerk, Contest.clerk, Contest.checker, Contest.chair,
                .clock,
            ]
            + Contest.judges
        var walk = try Walk()
        if seed.isMultiple(of: 2) { walk = try Walk.judged(by: 1) }
        var now = Contest.time(15)
        for _ in 0..<250 {
            now = now.adding(seconds: Int64.random(in: 0...20_000, using: &dice))
            let before = walk.submission
            let actor = actors.randomElement(using: &dice) ?? .nobody
            do {
                let events = try walk.take(try Self.command(&dice), as: actor, at: now)
                #expect(walk.submission.sequence == before.sequence + events.count)
            } catch is Refusal {
                #expect(walk.submission == before)
            }
            #expect(stages.contains(walk.submission.stage))
            if walk.submission.held != nil { #expect(walk.submission.stage == "judging") }
            #expect((walk.submission.number == nil) == (walk.submission.filedAt == nil))
            if programme.workflow.stage(before.stage)?.isFinal == true {
                #expect(walk.submission.stage == before.stage)
            }
        }
        #expect(Submission.replaying(Walk.id, walk.events) == walk.submission)
        // Events and snapshots are kept as JSON, and neither may come back as something else.
        let events = try walk.events.map { event in
            Recorded(
                sequence: event.sequence, at: event.at, actor: event.actor, body: try Self.kept(event.body))
        }
        let snapshot = try Self.kept(walk.submission)
        #expect(Submission.replaying(Walk.id, events) == snapshot)
        #expect(snapshot == walk.submission)
    }
}
