import Foundation

/// Where a database is, read from its URL.
enum DatabaseAddress: Equatable {
    case memory
    case file(path: String)

    init(url: String) throws {
        if url == "sqlite::memory:" {
            self = .memory
            return
        }
        let scheme = "sqlite://"
        let path = url.hasPrefix(scheme) ? url.dropFirst(scheme.count).removingPercentEncoding : nil
        guard let path, path.hasPrefix("/"), !path.hasSuffix("/") else {
            // The URL is not repeated: it may hold a password.
            throw DatabaseFault.other(
                code: "address", message: "write sqlite:///absolute/path or sqlite::memory:")
        }
        self = .file(path: path)
    }

    /// Refuses the address of a file that is not there, or cannot be made for want of its folder.
    func demandPlace(isNew: Bool) throws {
        guard case .file(let path) = self, !FileManager.default.fileExists(atPath: path) else { return }
        guard isNew else {
            throw DatabaseFault.unreadable("there is no file \(path); `sala serve` makes one")
        }
        let folder = URL(filePath: path).deletingLastPathComponent().path
        if !FileManager.default.fileExists(atPath: folder) {
            throw DatabaseFault.unreadable("there is no folder \(folder); make it first")
        }
    }
}
