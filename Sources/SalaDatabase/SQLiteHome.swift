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
            let pool = try DatabasePool(path: path, configuration: configuration)
            // The pool chose NORMAL when it turned on the write-ahead log: acknowledged writes might be lost
            // when the power fails.
            try pool.writeWithoutTransaction { try $0.execute(sql: "pragma synchronous = full") }
            configuration.readonly = true
            return (pool, try DatabaseQueue(path: path, configuration: configuration))
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
