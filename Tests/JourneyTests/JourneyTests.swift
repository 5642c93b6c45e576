import SalaDefinitions
import SalaEngine
import Testing

@Suite("The programmes' example journeys")
struct JourneyTests {
    @Test("there are programmes to try")
    func present() {
        #expect(!JourneyCase.all.isEmpty)
    }

    @Test(
        "every programme's folder is without a fault, and so are its journeys",
        arguments: JourneyCase.programmes)
    func readable(_ folder: ProgrammeFolder) throws {
        #expect(folder.faults.map(\.description) == [])
        #expect(!folder.journeys.isEmpty, "\(folder.name) has no journey in examples/")
    }

    @Test("come out as they are told", arguments: JourneyCase.all)
    func journey(_ example: JourneyCase) async throws {
        try await JourneyHome.with(example) { home in
            var run = JourneyRun(example, home: home)
            try await run.walk()
            for failure in run.failures {
                Issue.record("\(failure)")
            }
        }
    }

    @Test("are told apart from what happens otherwise, by file and line")
    func failures() async throws {
        var example = try #require(JourneyCase.all.first)
        let first = try #require(example.journey.steps.first)
        let expected = Journey.Expectation(
            stage: "nowhere", number: "9", letters: ["receipt"], isPublic: true, held: "win")
        example.journey.steps = [
            Journey.Step(
                line: 7, at: first.at, who: first.who, entry: "one", deed: .start,
                outcome: .expected(["one": expected, "two": expected])),
            Journey.Step(
                line: 8, at: nil, who: first.who, entry: "one", deed: .release, outcome: .expected([:])),
            Journey.Step(
                line: 9, at: nil, who: "clock", entry: "one", deed: .wait, outcome: .refused("past-due")),
        ]
        let place = "Programmes/\(example.folder)/examples/\(example.journey.name).yaml"
        try await JourneyHome.with(example) { home in
            var run = JourneyRun(example, home: home)
            try await run.walk()
            #expect(
                run.failures == [
                    "\(place):7: one: expected stage nowhere, was draft",
                    "\(place):7: one: expected number 9, was nothing",
                    "\(place):7: one: expected held win, was nothing",
                    "\(place):7: one: expected public true, was false",
                    "\(place):7: one: expected letters receipt, was ",
                    "\(place):7: expected an entry `two`, was never started",
                    "\(place):8: expected to be done, was refused as not-allowed",
                    "\(place):9: expected to be refused as past-due, was done",
                ])
        }
    }
}
