import Synchronization

/// Counts the statements that one task, and the tasks it starts, run on one database.
final class StatementTally: Sendable {
    @TaskLocal static var current: StatementTally?

    private let database: ObjectIdentifier
    private let outer: StatementTally?
    private let statements = Mutex(0)

    init(of database: Database, within outer: StatementTally?) {
        self.database = ObjectIdentifier(database)
        self.outer = outer
    }

    var count: Int { statements.withLock { $0 } }

    func add(_ count: Int, of database: ObjectIdentifier) {
        if database == self.database { statements.withLock { $0 += count } }
        outer?.add(count, of: database)
    }
}
