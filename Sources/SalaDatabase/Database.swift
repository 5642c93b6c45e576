import Foundation
import GRDB

/// A database: any number of snapshots to read, and one line of transactions that write.
public final class Database: Sendable {
    private let engine: any DatabaseWriter
    private let glances: any DatabaseReader
    private let writes: WriteQueue

    /// Opens the database, creating the file if there is none; throws `DatabaseFault`.
    ///
    /// `url` is `sqlite:///absolute/path` (percent-encoded) or `sqlite::memory:`, which begins empty and has
    /// one connection. `readers` is how many reads may run at the same time; `isNew` is false where a file
    /// that is not there shall be refused and not made.
    public init(url: String, readers: Int = 4, isNew: Bool = true) throws {
        do {
            let address = try DatabaseAddress(url: url)
            try address.demandPlace(isNew: isNew)
            (engine, glances) = try SQLiteHome.open(address, readers: readers)
        } catch {
            throw DatabaseFault.translating(error)
        }
        writes = WriteQueue(engine)
    }

    /// What the body returns, having seen the database as it was at the body's first statement.
    ///
    /// Throws what the body throws, `DatabaseFault`, or `CancellationError` when the task is cancelled.
    public func read<T: Sendable>(_ body: @Sendable (Connection) throws -> T) async throws -> T {
        if writes.isClosed { throw WriteQueue.closedFault }
        let tally = StatementTally.current
        do {
            return try await engine.read { engine in
                let session = SQLiteSession(engine)
                defer { tally?.add(session.statementCount, of: ObjectIdentifier(self)) }
                return try body(Connection(session: session))
            }
        } catch {
            throw DatabaseFault.translating(error)
        }
    }

    /// All rows of the answer to one statement, read at once and on the caller's thread: for a question so
    /// small that waiting for a turn among the readers would take longer than its answer.
    public func glance(_ sql: SQL) throws -> [Row] {
        if writes.isClosed { throw WriteQueue.closedFault }
        do {
            return try glances.unsafeRead { engine in
                let session = SQLiteSession(engine, isGlancing: true)
                defer { StatementTally.current?.add(session.statementCount, of: ObjectIdentifier(self)) }
                return try session.rows(sql)
            }
        } catch {
            throw DatabaseFault.translating(error)
        }
    }

    /// What the body returns, once all that it wrote is durable; when the body throws, nothing is written.
    ///
    /// The body may run twice, so it must have no effect but through its connection. Throws what the body
    /// throws, or `DatabaseFault`. Cancelling the task has no effect once the write waits for its turn.
    @discardableResult
    public func write<T: Sendable>(
        _ body: @escaping @Sendable (Connection) throws -> T
    ) async throws -> T {
        try Task.checkCancellation()
        let tally = StatementTally.current
        return try await withCheckedThrowingContinuation { continuation in
            let perform: @Sendable (GRDB.Database) -> WriteMember.Attempt = { engine in
                let session = SQLiteSession(engine)
                let result = Result { try body(Connection(session: session)) }
                return WriteMember.Attempt(failure: result.failure) { undoing in
                    tally?.add(session.statementCount, of: ObjectIdentifier(self))
                    continuation.resume(with: undoing.map(Result.failure) ?? result)
                }
            }
            writes.append(WriteMember(perform: perform) { continuation.resume(throwing: $0) })
        }
    }

    /// Refuses what has not begun, waits for what is running and releases the file; may be called again.
    public func close() throws {
        writes.close()
        // The one connection of a database in memory serves reads as well: it goes with the last reference.
        guard let pool = engine as? DatabasePool else { return }
        do {
            try glances.close()
            try pool.close()
        } catch {
            throw DatabaseFault.translating(error)
        }
    }

    /// Copies the database as it is at one moment into a new file, while others read and write; what lay
    /// there is replaced once the copy is whole and on the disk. Throws `DatabaseFault`.
    public func copy(to path: String) throws {
        do {
            let draft = path + ".new"
            try? FileManager.default.removeItem(atPath: draft)
            let copy = try DatabaseQueue(path: draft)
            try engine.backup(to: copy)
            // A file that is whole by itself, without a log beside it.
            try copy.inDatabase { try $0.execute(sql: "pragma journal_mode = delete") }
            try copy.close()
            try FileManager.default.synchronise(draft)
            guard rename(draft, path) == 0 else {
                throw DatabaseFault.unwritable(path)
            }
        } catch {
            throw DatabaseFault.translating(error)
        }
    }

    /// Lets go of compiled statements, which remember the columns that tables had before.
    func forgetStatements() {
        if let pool = engine as? DatabasePool {
            pool.releaseMemoryEventually()
        } else {
            engine.asyncWriteWithoutTransaction { $0.releaseMemory() }
        }
    }
}

extension FileManager {
    fileprivate func synchronise(_ path: String) throws {
        let handle = try FileHandle(forReadingFrom: URL(filePath: path))
        defer { try? handle.close() }
        try handle.synchronize()
    }
}

extension Result {
    fileprivate var failure: Failure? {
        guard case .failure(let failure) = self else { return nil }
        return failure
    }
}
