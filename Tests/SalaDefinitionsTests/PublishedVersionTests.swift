import Foundation
import SalaDefinitions
import SalaEngine
import Testing

@Suite("A version that was published")
struct PublishedVersionTests {
    /// The contest's folder as it was published first, as the database keeps it. It never changes.
    private func first() throws -> ProgrammeFiles {
        let file = Folders.root.appending(path: "Tests/SalaDefinitionsTests/Published/contest.json")
        return try JSONDecoder().decode(ProgrammeFiles.self, from: try Data(contentsOf: file))
    }

    @Test("is read for ever, whatever its programme has become since")
    func frozen() throws {
        let (programme, faults) = ProgrammeReader.readPublished(try first())
        let contest = try #require(programme, "\(faults.map(\.description).joined(separator: "\n"))")
        #expect(faults.isEmpty)
        #expect(contest.name == "digital-local-contest")
        #expect(
            contest.workflow.stages.map(\.name) == [
                "draft", "screening", "correction", "judging", "selected", "awarded", "not-selected",
                "rejected", "withdrawn",
            ])
        #expect(contest.roles.map(\.name) == ["applicant", "officer", "screener", "judge", "chair"])
        #expect(contest.privates.count == 7 && contest.rounds.map(\.name) == ["first-round", "final-round"])
        #expect(contest.letters.count == 10 && contest.register?.title == "title")
    }

    @Test("holds though a check that came later would refuse it as a new one")
    func unchecked() throws {
        let lamps = try Folders.lamps().changing("texts/en.yaml", "  resident: Reporter\n", to: "")
        #expect(ProgrammeReader.read(lamps).0 == nil)
        #expect(ProgrammeReader.readPublished(lamps).0?.name == "street-lamps")
        let shown = try Folders.lamps().changing("form.yaml", "name: trouble_other", to: "name: shown")
        #expect(ProgrammeReader.read(shown).0 == nil)
        #expect(ProgrammeReader.readPublished(shown).0?.form.question("shown") != nil)
    }

    @Test("is a fault where it cannot be read, and never read as something else")
    func unreadable() throws {
        let lamps = try Folders.lamps().changing("programme.yaml", "by: person", to: "by: dog")
        let (programme, faults) = ProgrammeReader.readPublished(lamps)
        #expect(programme == nil)
        #expect(faults.map { $0.words.description.prefix { $0 != ";" } } == ["`filing.by` cannot be `dog`"])
    }
}
