import Foundation
import SalaDefinitions
import SalaEngine
import Testing

@Suite("What is wrong in a whole folder")
struct FolderCheckTests {
    /// The faults of the contest's folder after the change.
    private func faults(_ change: (URL) throws -> Void) throws -> [String] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sala-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let copy = folder.appending(path: "digital-local-contest")
        try FileManager.default.copyItem(at: Folders.contestFolder, to: copy)
        try change(copy)
        return try FolderCheck.faults(in: copy).map(\.description)
    }

    private func replace(_ old: String, _ new: String, in file: URL) throws {
        let text = try String(contentsOf: file, encoding: .utf8)
        let range = try #require(text.range(of: old))
        try text.replacingCharacters(in: range, with: new).write(to: file, atomically: true, encoding: .utf8)
    }

    @Test("is found in its examples and in the plan of its rehearsals too")
    func examples() throws {
        #expect(try faults { _ in } == [])
        let misspelt = try faults { folder in
            try replace("does: submit", "does: submitt", in: folder.appending(path: "examples/deadline.yaml"))
        }
        #expect(misspelt.count == 1 && misspelt[0].hasPrefix("examples/deadline.yaml:"))
        #expect(misspelt.first?.contains("submit") == true)
        let plan = "examples/simulation/plan.yaml"
        let lacking = try faults { folder in
            try replace("present:", "presnt:", in: folder.appending(path: plan))
        }
        #expect(lacking == ["\(plan): `present` is missing; write it"])
        let broken = try faults { folder in
            try replace("present:", "present: [", in: folder.appending(path: plan))
        }
        #expect(broken.count == 1 && broken[0].hasPrefix("\(plan): "))
    }

    @Test("is told with the line where a file is no text")
    func encoding() throws {
        let found = try faults { folder in
            let file = folder.appending(path: "texts/th.yaml")
            var bytes = Data("a: 1\nb: 2\n".utf8)
            bytes += [0xA1, 0xD2, 0x0A]
            try bytes.write(to: file)
        }
        #expect(found.count == 1 && found[0].hasPrefix("texts/th.yaml:3: the file is not text in UTF-8"))
    }

    @Test("is not laid at the door of files that a broken one names")
    func following() throws {
        let found = try faults { folder in
            try replace("stages:", "stages: [", in: folder.appending(path: "workflow.yaml"))
        }
        #expect(!found.isEmpty && found.allSatisfy { $0.hasPrefix("workflow.yaml") }, "\(found)")
    }
}
