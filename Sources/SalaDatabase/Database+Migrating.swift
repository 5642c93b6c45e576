import Foundation

extension Database {
    /// Runs the migrations that this database has not seen, in the order of their numbers, each in one
    /// transaction, and says how many ran.
    ///
    /// Two processes may do this at once. Throws `DatabaseFault.newer`, having changed nothing, when the
    /// database has seen a migration with a higher number than any of these.
    public func migrate(_ migrations: [Migration]) async throws -> Int {
        let ordered = migrations.sorted { $0.number < $1.number }
        precondition(Set(ordered.map(\.number)).count == ordered.count, "two migrations share a number")
        let known = ordered.last?.number ?? 0
        try await write { connection in
            try connection.execute(
                """
                create table if not exists schema_migration
                (number bigint primary key, name text not null, applied_at bigint not null)
                """)
            try connection.refuseNewer(than: known)
        }
        var count = 0
        for migration in ordered where try await write({ try $0.apply(migration, known: known) }) {
            count += 1
        }
        if count > 0 { forgetStatements() }
        return count
    }

    /// Throws `DatabaseFault.older` or `.newer`, having changed nothing, unless the database has seen exactly
    /// these migrations.
    public func demandMigrated(_ migrations: [Migration]) async throws {
        let known = migrations.map(\.number).max() ?? 0
        let found = try await read { connection -> Int in
            let table = try connection.row(
                "select 1 as one from sqlite_master where type = 'table' and name = 'schema_migration'")
            guard table != nil else { return 0 }
            try connection.refuseNewer(than: known)
            return try connection.row("select max(number) as number from schema_migration")?.get("number")
                ?? 0
        }
        if found < known { throw DatabaseFault.older(found: found, known: known) }
    }
}

extension Connection {
    /// False when the migration has been applied before.
    fileprivate func apply(_ migration: Migration, known: Int) throws -> Bool {
        // Asked again within each transaction: another process may have migrated meanwhile.
        try refuseNewer(than: known)
        let earlier = try row("select number from schema_migration where number = \(migration.number)")
        guard earlier == nil else { return false }
        do {
            try script(migration.script)
        } catch DatabaseFault.other(let code, let message) {
            throw DatabaseFault.other(
                code: code, message: "migration \(migration.number) (\(migration.name)): \(message)")
        }
        let microseconds = Int64(Date().timeIntervalSince1970 * 1_000_000)
        try execute(
            """
            insert into schema_migration (number, name, applied_at)
            values (\(migration.number), \(migration.name), \(microseconds))
            """)
        return true
    }

    fileprivate func refuseNewer(than known: Int) throws {
        let found: Int? = try row("select max(number) as number from schema_migration")?.get("number") ?? nil
        if let found, found > known {
            throw DatabaseFault.newer(found: found, known: known)
        }
    }
}
