import Foundation
import SalaDefinitions
import SalaEngine
import Testing

/// A programme's folder as it is read.
struct ProgrammeFolder: CustomTestStringConvertible, Sendable {
    var name: String
    var files: ProgrammeFiles?
    var programme: Programme?
    var journeys: [Journey] = []
    var faults: [DefinitionFault] = []

    var testDescription: String { name }

    init(_ folder: URL) {
        name = folder.lastPathComponent
        do {
            let files = try ProgrammeFiles(folder: folder)
            let (programme, faults) = ProgrammeReader.read(files)
            self.faults = faults
            guard let programme else { return }
            self.files = files
            self.programme = programme
            let (journeys, mistakes) = try JourneyReader.read(folder: folder, programme: programme)
            self.journeys = journeys
            self.faults += mistakes
        } catch {
            faults.append(
                DefinitionFault(file: folder.path, line: nil, words: "\(String(describing: error))"))
        }
    }
}

/// One journey of one programme.
struct JourneyCase: CustomTestStringConvertible, Sendable {
    var folder: String
    var files: ProgrammeFiles
    var programme: Programme
    var journey: Journey

    var testDescription: String { "\(folder)/\(journey.name)" }

    /// Where a step stands, as editors open it.
    func place(_ step: Journey.Step) -> String {
        "Programmes/\(folder)/examples/\(journey.name).yaml:\(step.line)"
    }

    static let programmes: [ProgrammeFolder] = {
        let fixtures = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        let root = fixtures.appending(path: "../../../Programmes").standardizedFileURL
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
        return names.filter { !$0.hasPrefix(".") }.sorted().map { ProgrammeFolder(root.appending(path: $0)) }
    }()

    static let all: [JourneyCase] = programmes.flatMap { folder in
        folder.journeys.compactMap { journey in
            guard let files = folder.files, let programme = folder.programme else { return nil }
            return JourneyCase(folder: folder.name, files: files, programme: programme, journey: journey)
        }
    }
}
