import Foundation
import GRDB

/// Opens SQLite with the settings that Sala relies on.
enum SQLiteHome {
    /// The database, and a way to read from it that never waits for a long read.
    static func open(_ address: DatabaseAddress, readers: Int) throws -> (
        any DatabaseWriter, any DatabaseReader
    ) {
        var configuration = configuration(readers: readers)
        switch address {
        case .memory:
            let queue = try DatabaseQueue(configuration: configuration)
            return (queue, queue)
        case .file(let path):
            let pool = try patiently { try DatabasePool(path: path, configuration: configuration) }
            // The pool chose NORMAL when it turned on the write-ahead log: acknowledged writes might be lost
            // when the power fails.
            try pool.writeWithoutTransaction { try $0.execute(sql: "pragma synchronous = full") }
            configuration.readonly = true
            return (pool, try patiently { try DatabaseQueue(path: path, configuration: configuration) })
        }
    }

    /// Opens again while others are opening too: where two turn on the write-ahead log at once, one is
    /// refused without having waited (https://sqlite.org/wal.html, section 6).
    private static func patiently<Home>(_ open: () throws -> Home) throws -> Home {
        let end = ContinuousClock.now + .seconds(5)
        while true {
            do {
                return try open()
            } catch let error as DatabaseError
                where error.resultCode == .SQLITE_BUSY && ContinuousClock.now < end
            {
                Thread.sleep(forTimeInterval: 0.02)
            }
        }
    }

    private static func configuration(readers: Int) -> Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.maximumReaderCount = readers
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { engine in
            // Milliseconds, for readers too, whom GRDB gives a patience of their own; and 8 MB of pages each.
            try engine.execute(
                sql: """
                    pragma busy_timeout = 5000;
                    pragma synchronous = full;
                    pragma mmap_size = 0;
                    pragma cache_size = -8000;
                    """)
        }
        return configuration
    }
}
