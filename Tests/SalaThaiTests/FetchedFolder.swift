import Foundation

/// The folder that `Scripts/fetch-places` fills, found from this file's own place.
enum FetchedFolder {
    static let url = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Data/fetched")

    static var isFilled: Bool {
        FileManager.default.fileExists(atPath: url.appendingPathComponent("subdistricts.json").path)
            && FileManager.default.fileExists(atPath: url.appendingPathComponent("holidays.json").path)
    }
}
