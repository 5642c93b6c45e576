import SalaDefinitions
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
}
