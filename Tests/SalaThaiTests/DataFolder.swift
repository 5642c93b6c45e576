import Foundation
import SalaThai

/// The repository's folder of facts, found from this file's own place.
enum DataFolder {
    static let url = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Data")

    /// The table of spellings that Sala ships.
    static func spelling() throws -> Spelling {
        try Spelling(folder: url)
    }
}
