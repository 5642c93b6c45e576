import SalaEngine
import SalaThai
import Testing

@Suite("The rule of a round")
struct DeclaredRuleTests {
    private let median = TallyRule(kind: .median, decimals: 1, rounding: .halfEven)

    private func decide(
        _ rule: TallyRule, for round: String = "first", on call: Call = Contest.call,
        as actor: Actor = Contest.clerk, opened: Set<String> = []
    ) throws -> [CallEvent] {
        try call.decide(
            .declareRule(round: round, rule), of: Contest.programme(), by: actor, at: Contest.time(15),
            opened: opened)
    }

    @Test("is the programme's until an officer declares another, and then that with its author and time")
    func declares() throws {
        var call = Contest.call
        let round = try #require(try Contest.programme().round("first"))
        #expect(call.rule(of: round) == round.tally && call.declaredRules == nil)
        let events = try decide(median)
        #expect(events == [.ruleDeclared(round: "first", rule: median)])
        let officer = try #require(Contest.clerk.person)
        call.evolve(Recorded(sequence: 2, at: Contest.time(15), actor: officer, body: events[0]))
        #expect(call.rule(of: round) == median)
        #expect(
            call.declaredRules?["first"] == DeclaredRule(rule: median, by: officer, at: Contest.time(15)))
        #expect(try decide(median, on: call) == [])
        #expect(try decide(round.tally, on: call) == [.ruleDeclared(round: "first", rule: round.tally)])
    }

    @Test("stands once somebody has been asked for a review in the round, and in that round alone")
    func settled() throws {
        #expect(throws: Refusal.ruleSettled) { try decide(median, opened: ["first"]) }
        #expect(try decide(median, opened: ["another"]).count == 1)
    }

    @Test("is declared by who manages the call alone, for a round that there is")
    func allowed() throws {
        for actor in [Contest.checker, Contest.chair, Contest.filer, .nobody, .clock] {
            #expect(throws: Refusal.notAllowed) { try decide(median, as: actor) }
        }
        #expect(throws: Refusal.notFound) { try decide(median, for: "none") }
    }

    @Test("leaves at least one review, and has as many decimals as a score may have")
    func bounds() throws {
        let round = try #require(try Contest.programme().round("first"))
        let most = TallyRule.mostDropped(of: round.reviews)
        let trimmed = TallyRule(kind: .trimmedMean, decimals: 7, dropped: most + 1)
        let dropped: CallMistake =
            most == 0
            ? CallMistake(.rule, .unknown) : CallMistake(.dropped, .outOfBounds(minimum: 1, maximum: most))
        #expect(
            throws: Refusal.mistakenCall([
                dropped, CallMistake(.decimals, .outOfBounds(minimum: 0, maximum: 6)),
            ])
        ) { try decide(trimmed) }
        #expect(TallyRule.mostDropped(of: 1) == 0 && TallyRule.mostDropped(of: 3) == 1)
        #expect(TallyRule.mostDropped(of: 4) == 1 && TallyRule.mostDropped(of: 5) == 2)
        // What a mean does not ask for is not kept.
        let events = try decide(TallyRule(kind: .copeland, decimals: 0, dropped: 9))
        #expect(events == [.ruleDeclared(round: "first", rule: TallyRule(kind: .copeland, decimals: 0))])
    }
}
