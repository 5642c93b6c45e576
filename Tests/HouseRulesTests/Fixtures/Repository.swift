import Foundation

/// The repository that these tests stand in.
enum Repository {
    static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "../../..").standardizedFileURL

    /// Every Swift file of the rooms and of their tests.
    static let swift: [SwiftSource] = ["Sources", "Tests"].flatMap { folder in
        files(under: folder).filter { $0.hasSuffix(".swift") }.map { path in
            SwiftSource(path: path, text: text(path))
        }
    }

    static let sources = swift.filter { $0.path.hasPrefix("Sources/") }

    static let programmes: [String] = folders(in: "Programmes")

    /// The handles of the calls that the programmes' examples open.
    static let handles: [String] = files(under: "Programmes").filter { $0.hasSuffix(".yaml") }
        .flatMap { text($0).split(separator: "\n") }
        .compactMap { line in
            let words = line.split(separator: " ")
            return words.count == 2 && words[0] == "handle:" ? String(words[1]) : nil
        }

    /// Paths of the files under a folder, hidden ones left out.
    static func files(under folder: String) -> [String] {
        let base = root.appending(path: folder)
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: base.path)) ?? []
        return paths.sorted().map { "\(folder)/\($0)" }.filter { path in
            !path.split(separator: "/").contains { $0.hasPrefix(".") }
        }
    }

    static func folders(in folder: String) -> [String] {
        let names =
            (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
        return names.sorted().filter { name in
            var isFolder: ObjCBool = false
            let path = root.appending(path: folder).appending(path: name).path
            return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
        }
    }

    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appending(path: path).path)
    }

    /// Empty when the file is not text.
    static func text(_ path: String) -> String {
        (try? String(contentsOf: root.appending(path: path), encoding: .utf8)) ?? ""
    }
}
