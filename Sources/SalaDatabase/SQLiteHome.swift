import GRDB

/// Opens SQLite with the settings that Sala relies on.
enum SQLiteHome {
    static func open(_ address: DatabaseAddress, readers: Int) throws -> any DatabaseWriter {
        let configuration = configuration(readers: readers)
        switch address {
        case .memory:
            return try DatabaseQueue(configuration: configuration)
        case .file(let path):
            let pool = try DatabasePool(path: path, configuration: configuration)
            // The pool chose NORMAL when it turned on the write-ahead log: acknowledged writes might be lost
            // when the power fails.
            try pool.writeWithoutTransaction { try $0.execute(sql: "pragma synchronous = full") }
            return pool
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
