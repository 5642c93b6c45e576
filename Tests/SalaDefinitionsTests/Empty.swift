import Foundation
import SalaDefinitions
import SalaEngine
import Testing

@Test func tryIt() throws {
    let folder = URL(filePath: "/work/main/Programmes/digital-local-contest")
    let (programme, faults) = ProgrammeReader.read(try ProgrammeFiles(folder: folder))
    for fault in faults { print(fault) }
    guard let programme else { return }
    print(WhoMayWhat.markdown(programme))
    for language in Language.allCases {
        try WorkflowDrawing.svg(programme, language: language).write(toFile: "/tmp/flow-\(language.rawValue).svg", atomically: true, encoding: .utf8)
    }
    let (journeys, more) = try JourneyReader.read(folder: folder, programme: programme)
    print(journeys.count, more)
}
