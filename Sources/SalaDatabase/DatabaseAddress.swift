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
            throw DatabaseFault.address
        }
        self = .file(path: path)
    }

    /// Refuses the address of a file that is not there, or cannot be made for want of its folder.
    func demandPlace(isNew: Bool) throws {
        guard case .file(let path) = self, !FileManager.default.fileExists(atPath: path) else { return }
        guard isNew else {
            throw DatabaseFault.noFile(path)
        }
        let folder = URL(filePath: path).deletingLastPathComponent().path
        if !FileManager.default.fileExists(atPath: folder) {
            throw DatabaseFault.noFolder(folder)
        }
    }
}
