import Foundation
import Testing

@testable import SalaWeb

@Suite("The version of the files that browsers fetch")
struct AssetVersionTests {
    private func version(of files: [String: String], written date: Date) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sala-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in files {
            let file = folder.appending(path: name)
            try Data(text.utf8).write(to: file)
            try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: file.path)
        }
        return try AssetVersion.of(folder)
    }

    @Test("is of their names and contents, and not of when they were written")
    func content() throws {
        let day = Date(timeIntervalSince1970: 1_000_000)
        let first = try version(of: ["a.css": "red", "b.js": "1"], written: day)
        #expect(try version(of: ["b.js": "1", "a.css": "red"], written: day + 86_400) == first)
        #expect(try version(of: ["a.css": "blue", "b.js": "1"], written: day) != first)
        #expect(try version(of: ["a.css": "red", "c.js": "1"], written: day) != first)
        #expect(try version(of: ["a.css": "1", "b.js": "red"], written: day) != first)
    }
}
