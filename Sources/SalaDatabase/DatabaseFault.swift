/// What went wrong in the database, in words that hold for every engine; never with a bound value in it.
public enum DatabaseFault: Error, Hashable {
    /// Somebody else held the database for longer than the busy timeout; trying again later may succeed.
    case busy
    /// There is no room to write, or the disk refused the write.
    case full
    /// A later version of Sala has migrated this database: its highest migration, and the highest known here.
    case newer(found: Int, known: Int)
    /// The database has not seen all migrations: the highest that it has seen, 0 for none, and the highest
    /// known here.
    case older(found: Int, known: Int)
    /// The file cannot be opened, is no database or is damaged.
    case unreadable(String)
    /// There is no file at that path, and none was to be made.
    case noFile(String)
    /// There is no folder at that path to make the file in.
    case noFolder(String)
    /// The file at that path cannot be written.
    case unwritable(String)
    /// The URL names no database. It is not repeated: it may hold a password.
    case address
    /// A constraint refused the change; the text names it as the engine does.
    case constraint(String)
    /// Anything else: the engine's code (or a word of ours: column, value, closed, statement).
    case other(code: String, message: String)
}
