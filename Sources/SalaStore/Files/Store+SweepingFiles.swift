import SalaDatabase
public import SalaThai

/// What a sweep has removed.
public struct FileSweep: Equatable, Sendable {
    /// Files that nothing named, and their bytes together.
    public var files = 0
    public var bytes = 0
    /// Files that never came whole.
    public var unfinished = 0

    public init(files: Int = 0, bytes: Int = 0, unfinished: Int = 0) {
        self.files = files
        self.bytes = bytes
        self.unfinished = unfinished
    }
}

extension Store {
    /// Files younger than this are left alone, in seconds: what names them may be about to be written.
    private static let patience: Int64 = 86_400
    /// So many files are asked for at once.
    private static let batch = 500

    /// Removes files that no submission names and uploads that broke off, where they are older than a day by
    /// the clock of the disk. A file that was ever filed is named for good; one that was taken away before it
    /// was filed is not.
    public func sweepFiles(at now: Instant) async throws -> FileSweep {
        let time = now.adding(seconds: -Store.patience)
        var sweep = FileSweep(unfinished: files.clearIncoming(before: time))
        for digests in files.digests(before: time) {
            for start in stride(from: 0, to: digests.count, by: Store.batch) {
                let batch = Array(digests[start..<min(start + Store.batch, digests.count)])
                for digest in try await unnamed(among: batch) {
                    guard let bytes = files.remove(digest, before: time) else { continue }
                    sweep.files += 1
                    sweep.bytes += bytes
                }
            }
        }
        return sweep
    }

    /// Those of the files that nothing names, once what was dropped is forgotten.
    private func unnamed(among digests: [String]) async throws -> [String] {
        try await database.write { connection in
            try connection.execute(
                """
                delete from attachment
                where state = \(AttachmentState.dropped.rawValue) and sha256 in \(list: digests)
                """)
            let rows = try connection.rows(
                "select distinct sha256 from attachment where sha256 in \(list: digests)")
            let named = Set(try rows.map { try $0.get("sha256") as String })
            return digests.filter { !named.contains($0) }
        }
    }
}
