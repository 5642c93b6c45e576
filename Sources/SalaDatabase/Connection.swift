/// What a closure of `Database.read` or `Database.write` talks to; of use only inside the closure.
public struct Connection {
    let session: SQLiteSession

    /// Whose SQL this connection speaks.
    public var dialect: Dialect { .sqlite }

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
        try session.execute(sql)
    }

    /// Hands over the rows one by one, never holding the whole answer; ends early when the body throws.
    public func each(_ sql: SQL, _ body: (Row) throws -> Void) throws {
        try session.each(sql, body)
    }

    /// Runs several statements from a text; only for migrations, because nothing in the text is bound.
    public func script(_ text: String) throws {
        try session.script(text)
    }
}
