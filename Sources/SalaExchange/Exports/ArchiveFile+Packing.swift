import Dispatch
import Foundation

extension ArchiveFile {
    /// A file on its way into an archive: under which name, and in which of its folders.
    struct Part: Sendable {
        var file: URL
        var name: String
        var folder: String?
        /// As `add` takes it.
        var packs = false
    }

    /// Puts an archive of the files together on a thread of its own kind: every byte is copied, and nobody
    /// who asks for a page is to wait for that. False where it was ended, which leaves nothing.
    static func packing(_ parts: [Part], at url: URL, going: @escaping Going) async throws -> Bool {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global(qos: .utility).async {
                do {
                    continuation.resume(returning: try ArchiveFile.pack(parts, at: url, going: going))
                } catch {
                    continuation.resume(throwing: error)
                }
            }
        }
    }

    private static func pack(_ parts: [Part], at url: URL, going: @escaping Going) throws -> Bool {
        let archive = try ArchiveFile(at: url)
        for part in parts {
            try archive.add(part.file, named: part.name, in: part.folder, packs: part.packs)
        }
        return try archive.close(going: going)
    }
}
