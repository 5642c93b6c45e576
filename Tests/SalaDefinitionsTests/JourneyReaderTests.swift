import Foundation
import SalaDefinitions
import SalaEngine
import SalaThai
import Testing

@Suite("Reading examples")
struct JourneyReaderTests {
    @Test("the contest's examples read without fault, and there are at least four")
    func contest() throws {
        let programme = try #require(ProgrammeReader.read(try Folders.contest()).0)
        let (journeys, faults) = try JourneyReader.read(folder: Folders.contestFolder, programme: programme)
        #expect(faults == [])
        #expect(
            journeys.map(\.name) == [
                "again-after-withdrawal", "conflict-and-abstention", "deadline", "return-and-correct",
                "return-changed", "together", "who-may-not", "whole-path",
            ])
    }

    @Test("the manual's example says what it says, in Bangkok's time")
    func manual() throws {
        let programme = try #require(ProgrammeReader.read(try Folders.lamps()).0)
        let text = try #require(try Folders.lampBlocks()["examples/lamp-repaired.yaml"])
        let (journey, faults) = JourneyReader.read(
            text, file: "examples/lamp-repaired.yaml", programme: programme)
        #expect(faults == [])
        let story = try #require(journey)
        #expect(story.name == "lamp-repaired")
        // 2021-07-11T17:00:00Z is midnight in Bangkok.
        #expect(story.call.opens == Instant(seconds: 1_626_022_800))
        #expect(story.call.closes == nil)
        #expect(story.people.map(\.name) == ["anna", "officer"])
        #expect(story.steps.count == 8)
        #expect(story.steps[0].deed == .start)
        #expect(story.steps[0].at == Instant(seconds: 1_626_022_800 + 9 * 3600))
        #expect(story.steps[1].outcome == .refused("incomplete"))
        #expect(
            story.steps[2].deed
                == .answer(["place": .text("เสาต้นที่ 14 ซอยตัวอย่าง"), "trouble": .text("dark")]))
        #expect(
            story.steps[3].outcome
                == .expected([
                    "entry": Journey.Expectation(
                        stage: "received", number: "LAMP-2564-0001", letters: ["receipt"])
                ]))
        #expect(story.steps[6].who == "clock")
        #expect(story.steps[6].deed == .wait)
    }

    @Test(
        "a wrong step is refused with its line",
        arguments: [
            (
                "does: repair, refused: not-allowed", "does: repare, refused: not-allowed",
                "there is no action `repare`", "write `repair`"
            ),
            (
                "refused: not-allowed", "refused: not-alowed", "there is no refusal `not-alowed`",
                "write `not-allowed`"
            ),
            (
                "who: anna, answers: dark_lamp", "who: ana, answers: dark_lamp", "there is no person `ana`",
                "write `anna`"
            ),
            (
                "answers: dark_lamp", "answers: dark_lam", "there is no set of answers `dark_lam`",
                "write `dark_lamp`"
            ),
            ("stage: received,", "stage: receved,", "there is no stage `receved`", "write `received`"),
            ("letters: [reminder]", "letters: [remindr]", "there is no letter `remindr`", "write `reminder`"),
            ("trouble: dark", "truble: dark", "there is no question `truble`", "write `trouble`"),
            (
                "at: 2021-07-20T09:00", "at: 2021-07-32T09:00", "`steps[7].at` is no time",
                "write it such as `2021-07-31T23:59:59`, which is the time in Bangkok"
            ),
            ("role: officer", "role: oficer", "there is no role `oficer`", "write `officer`"),
        ])
    func wrong(_ passage: String, _ new: String, _ what: String, _ mend: String) throws {
        let file = "examples/lamp-repaired.yaml"
        let programme = try #require(ProgrammeReader.read(try Folders.lamps()).0)
        let blocks = ProgrammeFiles(name: "street-lamps", files: try Folders.lampBlocks())
        let changed = try blocks.changing(file, passage, to: new)
        let (journey, faults) = JourneyReader.read(
            try #require(changed.files[file]), file: file, programme: programme)
        #expect(journey == nil)
        let fault = DefinitionFault(
            file: file, line: changed.line(of: new, in: file), words: "\(what); \(mend)")
        #expect(faults.contains(fault), "\(faults.map(\.description))")
    }
}
