import ArgumentParser
import Foundation
import SalaDefinitions
import SalaEngine

/// Draws a programme's workflow.
struct Graph: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Draws a programme's workflow as SVG.")

    @OptionGroup var choice: ProgrammeChoice

    @Option(help: "The language of the words: th or en.")
    var language: String = "th"

    func run() async throws {
        guard let language = Language(rawValue: language) else {
            throw ValidationError(saying: "--language is th or en")
        }
        print(WorkflowDrawing.svg(try choice.read(), language: language))
    }
}

/// Prints who may do what, and when.
struct WhoMay: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "who-may-what", abstract: "Prints a programme's roles, stages and actions as Markdown.")

    @OptionGroup var choice: ProgrammeChoice

    @Flag(help: "Write who-may-what.md into the programme's folder instead.")
    var write = false

    func run() async throws {
        let text = WhoMayWhat.markdown(try choice.read())
        guard write else { return print(text) }
        try text.write(
            to: try choice.folder().appending(path: "who-may-what.md"), atomically: true, encoding: .utf8)
    }
}

/// One programme, by name.
struct ProgrammeChoice: ParsableArguments {
    @Option(help: "The folder with Programmes; by default $SALA_HOME or this folder.")
    var home: String?

    @Argument(help: "The programme's name.")
    var programme: String

    func folder() throws -> URL {
        let folders = try Installation(home: home, address: "").programmeFolders()
        guard let folder = folders.first(where: { $0.lastPathComponent == programme }) else {
            let names = folders.map(\.lastPathComponent).joined(separator: ", ")
            throw ValidationError(saying: "there is no programme \(programme); there are: \(names)")
        }
        return folder
    }

    func read() throws -> Programme {
        let files = try ProgrammeFiles(folder: folder())
        let (programme, faults) = ProgrammeReader.read(files)
        guard let programme, faults.isEmpty else { throw FaultyProgramme(name: files.name, faults: faults) }
        return programme
    }
}
