import ArgumentParser
import Foundation
import SalaDefinitions
import SalaEngine

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
            let faults = try faults(in: folder)
            for fault in faults { Speech.tell("\(folder.lastPathComponent)/\(fault.sentence)") }
            if faults.isEmpty { Speech.tell("\(folder.lastPathComponent): no faults") }
            count += faults.count
        }
        if count > 0 { throw ExitCode(65) }
    }

    private func faults(in folder: URL) throws -> [DefinitionFault] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder), isFolder.boolValue
        else {
            Speech.warn("\(folder.path): there is no such folder; name a programme's folder")
            throw ExitCode(66)
        }
        return try FolderCheck.faults(in: folder)
    }
}
