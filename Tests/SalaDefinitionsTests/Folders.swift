import Foundation
import SalaDefinitions
import SalaEngine
import Testing

/// The folders that the tests read, and change.
enum Folders {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let contestFolder = root.appending(path: "Programmes/digital-local-contest")

    static func contest() throws -> ProgrammeFiles {
        try ProgrammeFiles(folder: contestFolder)
    }

    /// The example that `Docs/add-a-programme.md` leads through, as its code blocks say it.
    static func lamps() throws -> ProgrammeFiles {
        ProgrammeFiles(
            name: "street-lamps", files: try lampBlocks().filter { !$0.key.hasPrefix("examples/") })
    }

    static func lampBlocks() throws -> [String: String] {
        let page = try String(contentsOf: root.appending(path: "Docs/add-a-programme.md"), encoding: .utf8)
        var blocks: [String: String] = [:]
        var file: String?
        for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                let words = line.split(separator: " ")
                file = file == nil && words.count == 2 ? String(words[1]) : nil
            } else if let file {
                blocks[file, default: ""] += line + "\n"
            }
        }
        return blocks
    }
}

extension ProgrammeFiles {
    /// The same folder with a passage of one file changed; the passage must be there.
    func changing(
        _ file: String, _ passage: String, to new: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> ProgrammeFiles {
        let text = try #require(files[file], sourceLocation: sourceLocation)
        let range = try #require(
            text.range(of: passage), "`\(passage)` in \(file)", sourceLocation: sourceLocation)
        var changed = self
        changed.files[file] = text.replacingCharacters(in: range, with: new)
        return changed
    }

    func having(_ file: String, _ text: String?) -> ProgrammeFiles {
        var changed = self
        changed.files[file] = text
        return changed
    }

    /// The line that a passage stands in, from 1.
    func line(of passage: String, in file: String) -> Int? {
        let lines = files[file]?.split(separator: "\n", omittingEmptySubsequences: false)
        return lines?.firstIndex { $0.contains(passage) }.map { $0 + 1 }
    }

    var faults: [String] { ProgrammeReader.read(self).1.map(\.description) }
}

/// One change to a folder, and what must be said about it.
struct Wrong: Sendable, CustomTestStringConvertible {
    var file: String
    var passage: String
    var new: String
    /// A passage of the changed file that stands in the line the fault names; nil: the fault names no line.
    var stands: String?
    /// Another file that the fault names.
    var inFile: String?
    var what: String
    var mend: String

    init(
        _ file: String, _ passage: String, _ new: String, at stands: String?, in inFile: String? = nil,
        _ what: String,
        _ mend: String
    ) {
        self.file = file
        self.passage = passage
        self.new = new
        self.stands = stands
        self.inFile = inFile
        self.what = what
        self.mend = mend
    }

    var testDescription: String { "\(file): \(what)" }

    func check(_ folder: ProgrammeFiles) throws {
        let changed = try folder.changing(file, passage, to: new)
        let (programme, faults) = ProgrammeReader.read(changed)
        #expect(programme == nil)
        let wanted = DefinitionFault(
            file: inFile ?? file,
            line: try stands.map { try #require(changed.line(of: $0, in: inFile ?? file), "`\($0)`") },
            words: "\(what); \(mend)")
        #expect(faults.contains(wanted), "\(faults.map(\.description).joined(separator: "\n"))")
    }
}
