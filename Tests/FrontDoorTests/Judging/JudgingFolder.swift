import ArgumentParser
import Foundation
import SalaEngine

@testable import sala

/// A folder of files that commands are run on; it goes with the test.
final class JudgingFolder {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "sala-judging-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Writes a file and gives its path.
    func file(_ name: String, _ text: String) throws -> String {
        let path = folder.appending(path: name)
        try Data(text.utf8).write(to: path)
        return path.path
    }

    func path(_ name: String) -> String { folder.appending(path: name).path }

    /// What the command prints as JSON.
    static func object(_ output: JudgingOutput) throws -> [String: Any] {
        try JSONSerialization.jsonObject(with: Data(output.text.utf8)) as? [String: Any] ?? [:]
    }

    /// The faults that a command refuses its files with, one a line, and its exit code.
    static func refusal(_ command: () throws -> JudgingOutput) -> (words: String, code: Int32)? {
        do {
            _ = try command()
            return nil
        } catch let faults as JudgingFaults {
            return (faults.description, faults.code.rawValue)
        } catch {
            return nil
        }
    }
}
