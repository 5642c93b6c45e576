import Foundation
import SalaThai

extension FileStore {
    /// The hashes of the files that were last touched before that time, one list a folder.
    func digests(before time: Instant) -> some Sequence<[String]> {
        shelves.lazy.map { shelf in
            names(in: shelf).filter { name in
                name.count == 64 && name.hasPrefix(shelf.lastPathComponent)
                    && isOlder(shelf.appending(path: name), than: time)
            }
        }
    }

    /// Removes a file that was last touched before that time, with the small copy of it, and says how many
    /// bytes it had; nil when it is gone, or has been touched meanwhile.
    func remove(_ digest: String, before time: Instant) -> Int? {
        let files = FileManager.default
        let file = url(sha256: digest)
        // Out of the way first: whoever keeps the same bytes from now on brings them anew, and whoever found
        // them here a moment ago has made them young.
        let aside = incoming.appending(path: UUID().uuidString)
        guard (try? files.moveItem(at: file, to: aside)) != nil else { return nil }
        guard isOlder(aside, than: time) else {
            try? files.moveItem(at: aside, to: file)
            try? files.removeItem(at: aside)
            return nil
        }
        let size = try? files.attributesOfItem(atPath: aside.path)[.size] as? Int
        try? files.removeItem(at: aside)
        let small = Thumbnails.url(in: Thumbnails.folder(in: folder), sha256: digest)
        try? files.removeItem(at: small)
        let nameless = NamelessFiles.url(in: NamelessFiles.folder(in: folder), sha256: digest)
        try? files.removeItem(at: nameless)
        let namelessSmall = Thumbnails.url(in: Thumbnails.folder(in: folder), sha256: "\(digest)-nameless")
        try? files.removeItem(at: namelessSmall)
        return size ?? 0
    }

    /// Removes what was being received and has not grown since that time; says how many files.
    func clearIncoming(before time: Instant) -> Int {
        names(in: incoming).map { incoming.appending(path: $0) }
            .filter { isOlder($0, than: time) }
            .count { (try? FileManager.default.removeItem(at: $0)) != nil }
    }

    var shelves: [URL] {
        names(in: folder).filter { $0.count == 2 && $0.allSatisfy(\.isHexDigit) }
            .map { folder.appending(path: $0) }
    }

    func names(in folder: URL) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    }

    private func isOlder(_ file: URL, than time: Instant) -> Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
        guard let touched = attributes?[.modificationDate] as? Date else { return false }
        return touched.timeIntervalSince1970 < Double(time.microseconds) / 1_000_000
    }
}
