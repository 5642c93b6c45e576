import GRDB

extension DatabaseFault {
    /// The fault that a SQLite result code stands for (https://www.sqlite.org/rescode.html).
    init(_ error: DatabaseError) {
        let message = error.message ?? error.extendedResultCode.description
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self = .busy
        case .SQLITE_FULL:
            self = .full
        case .SQLITE_IOERR where Self.codesOfWriting.contains(error.extendedResultCode.rawValue):
            self = .full
        case .SQLITE_CONSTRAINT:
            self = .constraint(message)
        case .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_CANTOPEN:
            self = .unreadable(message)
        default:
            let statement = error.sql.map { " in: \($0)" } ?? ""
            self = .other(code: String(error.extendedResultCode.rawValue), message: message + statement)
        }
    }

    private static let codesOfWriting: Set<Int32> = Set(
        [
            ResultCode.SQLITE_IOERR_WRITE, .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_DIR_FSYNC,
            .SQLITE_IOERR_TRUNCATE,
            .SQLITE_IOERR_SHMSIZE, .SQLITE_IOERR_SHMOPEN,
        ].map(\.rawValue))

    /// The error itself, unless it is SQLite's: then the fault that it stands for.
    static func translating(_ error: any Error) -> any Error {
        (error as? DatabaseError).map(DatabaseFault.init) ?? error
    }
}
