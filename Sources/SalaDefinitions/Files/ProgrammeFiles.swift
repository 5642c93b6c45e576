public import Foundation
import SalaEngine

/// The text files of a programme's folder: what a version is published, stored and compared as.
public struct ProgrammeFiles: Sendable, Equatable, Codable {
    /// The folder's name, such as `street-lamps`.
    public var name: String
    /// Texts by path inside the folder, such as `letters/receipt.th.txt`.
    public var files: [String: String]

    /// The most bytes that one file may have.
    static let maximumBytes = 1 << 20
    /// The most files that a folder may have.
    static let maximumCount = 500

    public init(name: String, files: [String: String]) {
        self.name = name
        self.files = files
    }

    /// Reads a folder without what is no part of a version: `examples/`, `who-may-what.md`, hidden files.
    ///
    /// Throws `DefinitionFault` for a file that is too large or no text, and Foundation's error for one that
    /// cannot be read.
    public init(folder: URL) throws {
        name = folder.standardizedFileURL.lastPathComponent
        files = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            let file = folder.appending(path: path)
            let kind = try file.resourceValues(forKeys: [.isRegularFileKey, .fileSizeKey])
            guard kind.isRegularFile == true, ProgrammeFiles.isPublished(path) else { continue }
            guard kind.fileSize ?? 0 <= ProgrammeFiles.maximumBytes else {
                throw ProgrammeFiles.tooLarge(path)
            }
            guard files.count < ProgrammeFiles.maximumCount else { throw ProgrammeFiles.tooMany(path) }
            files[path] = try ProgrammeFiles.text(of: file, named: path)
        }
    }

    /// The text of a file; throws `DefinitionFault` with the first line that is not text in UTF-8.
    static func text(of file: URL, named path: String) throws -> String {
        let bytes = try Data(contentsOf: file)
        if let text = String(data: bytes, encoding: .utf8) { return text }
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let broken = lines.firstIndex { String(data: Data($0), encoding: .utf8) == nil }
        throw DefinitionFault(
            file: path, line: broken.map { $0 + 1 }, what: "the file is not text in UTF-8",
            mend: "save it as UTF-8, or take it out of the folder")
    }

    /// One text, the same for the same name and files and different for others: what a digest is taken of.
    public func canonical() -> String {
        func framed(_ text: String) -> String { "\(text.utf8.count):\(text)" }
        return files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            .reduce(framed(name)) { $0 + framed($1.key) + framed($1.value) }
    }

    private static func isPublished(_ path: String) -> Bool {
        let parts = path.split(separator: "/")
        return parts.first != "examples" && path != "who-may-what.md"
            && !parts.contains { $0.hasPrefix(".") }
    }

    static func tooLarge(_ path: String) -> DefinitionFault {
        DefinitionFault(
            file: path, line: nil, what: "the file is larger than 1 MB",
            mend: "make it smaller; long lists belong into several lists of choices")
    }

    static func tooMany(_ path: String) -> DefinitionFault {
        DefinitionFault(
            file: path, line: nil, what: "the folder has more than \(maximumCount) files",
            mend: "keep only the programme's own files in the folder")
    }
}
