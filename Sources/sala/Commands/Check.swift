import ArgumentParser
import Foundation
import SalaDefinitions

/// Looks for faults in programmes before anybody meets them.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Checks programmes and says, with file and line, what is wrong and what to write instead.")

    @Option(help: "The folder with Programmes; by default $SALA_HOME or this folder.")
    var home: String?

    @Argument(help: "Folders of programmes; all under Programmes when none is named.")
    var folders: [String] = []

    func run() async throws {
        let named = folders.map { URL(filePath: $0, directoryHint: .isDirectory) }
        let folders =
            try named.isEmpty ? Installation(home: home, address: "").programmeFolders() : named
        var count = 0
        for folder in folders {
            let files = try ProgrammeFiles(folder: folder)
            let (_, faults) = ProgrammeReader.read(files)
            for fault in faults { print("\(folder.lastPathComponent)/\(fault)") }
            if faults.isEmpty { print("\(folder.lastPathComponent): no faults") }
            count += faults.count
        }
        if count > 0 { throw ExitCode(65) }
    }
}
