import Foundation
import SalaEngine

/// The folder of kept pages; with `SALA_RECORD_SNAPSHOTS=1` in the environment what is compared is kept
/// instead.
struct Snapshots {
    static let folder = SiteFixture.root.appending(path: "Tests/SalaWebTests/Snapshots")
    static var isRecording: Bool { ProcessInfo.processInfo.environment["SALA_RECORD_SNAPSHOTS"] == "1" }

    /// What is wrong with the page: nil when it is as it was kept.
    static func fault(_ shape: PageShape, _ name: String, _ language: Language) throws -> String? {
        let file = folder.appending(path: "\(name).\(language.rawValue).html")
        if isRecording {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(shape.text.utf8).write(to: file)
            return nil
        }
        guard let kept = try? String(contentsOf: file, encoding: .utf8) else {
            return
                "\(file.lastPathComponent) is not kept: look at the page, then set SALA_RECORD_SNAPSHOTS=1"
        }
        return shape.difference(from: PageShape(kept: kept)).map { "\(file.lastPathComponent) differs \($0)" }
    }
}
