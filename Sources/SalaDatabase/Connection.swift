/// What a closure of `Database.read` or `Database.write` talks to; of use only inside the closure.
public struct Connection {
    let session: SQLiteSession
    /// What is held back; nil where statements run at once.
    private var held: HeldStatements.Collector?

    init(session: SQLiteSession) {
        self.session = session
    }

    /// How many statements have run in this closure so far.
    public var queryCount: Int { session.statementCount }

    /// All rows of the answer; throws `DatabaseFault`.
    public func rows(_ sql: SQL) throws -> [Row] {
        try session.rows(sql)
    }

    /// The first row of the answer, or nil when there is none; throws `DatabaseFault`.
    public func row(_ sql: SQL) throws -> Row? {
        try session.row(sql)
    }

    /// Runs one statement and says how many rows it inserted, updated or deleted; throws `DatabaseFault`.
    @discardableResult
    public func execute(_ sql: SQL) throws -> Int {
        guard let held else { return try session.execute(sql) }
        held.statements.append(sql)
        return 0
    }

    /// Hands over the rows one by one, never holding the whole answer; ends early when the body throws.
    public func each(_ sql: SQL, _ body: (Row) throws -> Void) throws {
        try session.each(sql, body)
    }

    /// Lets the body read from here, and holds back what it executes for a transaction to come.
    ///
    /// The body does not see what it would have written, and each of its statements says that it changed 0
    /// rows.
    public func holdingBack<T>(
        _ body: (Connection) throws -> T
    ) rethrows -> (result: T, statements: HeldStatements) {
        let collector = HeldStatements.Collector()
        var holding = self
        holding.held = collector
        let result = try body(holding)
        return (result, HeldStatements(collector.statements))
    }

    /// Runs what was held back, in its order; throws `DatabaseFault`.
    public func execute(_ held: HeldStatements) throws {
        for statement in held.statements { try execute(statement) }
    }

    /// Runs several statements from a text; only for migrations, because nothing in the text is bound.
    public func script(_ text: String) throws {
        try session.script(text)
    }
}
