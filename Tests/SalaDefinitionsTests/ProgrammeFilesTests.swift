import Foundation
import SalaDefinitions
import SalaEngine
import Testing

@Suite("A programme's files")
struct ProgrammeFilesTests {
    @Test("examples, the generated table and hidden files are no part of a version")
    func published() throws {
        let files = try Folders.contest()
        #expect(files.name == "digital-local-contest")
        #expect(files.files["letters/receipt.th.txt"] != nil)
        #expect(!files.files.keys.contains { $0.hasPrefix("examples/") || $0.hasPrefix(".") })
        #expect(files.files["who-may-what.md"] == nil)
        #expect(
            FileManager.default.fileExists(atPath: Folders.contestFolder.appending(path: "examples").path))
    }

    @Test(
        "no letter gives a number without the call, because numbers begin anew in each",
        arguments: ["contest", "lamps"])
    func calls(folder: String) throws {
        let files = try folder == "lamps" ? Folders.lamps() : Folders.contest()
        let letters = files.files.filter { $0.key.hasPrefix("letters/") && $0.value.contains("{{number}}") }
        #expect(letters.count >= 8)
        for (name, text) in letters { #expect(text.contains("{{call}}"), "\(name)") }
    }

    @Test("the canonical text tells apart what only looks alike")
    func canonical() {
        func canonical(_ files: [String: String]) -> String {
            ProgrammeFiles(name: "lamps", files: files).canonical()
        }
        #expect(canonical(["a": "1", "b": "2"]) == "5:lamps1:a1:11:b1:2")
        #expect(canonical(["b": "2", "a": "1"]) == canonical(["a": "1", "b": "2"]))
        #expect(canonical(["a": "11:b1:2"]) != canonical(["a": "1", "b": "2"]))
        #expect(canonical(["ก": "ข"]) == "5:lamps3:ก3:ข")
    }

    @Test("files survive being stored as JSON")
    func stored() throws {
        let files = try Folders.contest()
        let stored = try JSONEncoder().encode(files)
        #expect(try JSONDecoder().decode(ProgrammeFiles.self, from: stored) == files)
    }

    @Test("a file that is no text is refused")
    func binary() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sala-\(UUID())/lamps")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
        try Data([0xFF, 0xFE, 0x00]).write(to: folder.appending(path: "form.yaml"))
        let fault = #expect(throws: DefinitionFault.self) { try ProgrammeFiles(folder: folder) }
        #expect(fault?.file == "form.yaml")
        #expect(fault?.words.description.hasPrefix("the file is not text in UTF-8; ") == true)
    }
}
