import Foundation
import GRDB

/// Runs the statements of one closure on a SQLite connection, within the transaction that holds the closure.
final class SQLiteSession {
    private let engine: GRDB.Database
    private let isGlancing: Bool
    private(set) var statementCount = 0

    /// - Parameter isGlancing: each statement is a transaction of its own and may only read.
    init(_ engine: GRDB.Database, isGlancing: Bool = false) {
        self.engine = engine
        self.isGlancing = isGlancing
    }

    func rows(_ sql: SQL) throws -> [Row] {
        try run(sql) { statement, arguments in
            let columns = statement.columnNames
            var rows: [Row] = []
            let cursor = try GRDB.Row.fetchCursor(statement, arguments: arguments)
            while let row = try cursor.next() {
                rows.append(Row(columns: columns, values: row.databaseValues.map(SQLValue.init)))
            }
            return rows
        }
    }

    func row(_ sql: SQL) throws -> Row? {
        try run(sql) { statement, arguments in
            let cursor = try GRDB.Row.fetchCursor(statement, arguments: arguments)
            guard let row = try cursor.next() else { return nil }
            let first = Row(columns: statement.columnNames, values: row.databaseValues.map(SQLValue.init))
            if !statement.isReadonly {
                // A change that returns rows is complete only when it was stepped to its end.
                while try cursor.next() != nil {}
            }
            return first
        }
    }

    func execute(_ sql: SQL) throws -> Int {
        try run(sql) { statement, arguments in
            let before = engine.totalChangesCount
            try statement.execute(arguments: arguments)
            // SQLite's count of changes keeps its last value through statements that change no row.
            return engine.totalChangesCount == before ? 0 : engine.changesCount
        }
    }

    func each(_ sql: SQL, _ body: (Row) throws -> Void) throws {
        // Compiled afresh: the body may run the same text, which would rewind a shared statement.
        try run(sql, isShared: false) { statement, arguments in
            let columns = statement.columnNames
            let cursor = try GRDB.Row.fetchCursor(statement, arguments: arguments)
            while let row = try cursor.next() {
                try body(Row(columns: columns, values: row.databaseValues.map(SQLValue.init)))
            }
        }
    }

    func script(_ text: String) throws {
        try translatingErrors {
            let statements = try engine.allStatements(sql: text)
            while let statement = try statements.next() {
                try admit(statement.sql)
                try statement.execute()
            }
        }
    }

    private func run<T>(
        _ sql: SQL, isShared: Bool = true, _ body: (Statement, StatementArguments) throws -> T
    ) throws -> T {
        let rendered = try sql.rendered()
        try admit(rendered.text)
        return try translatingErrors {
            let statement =
                isShared && rendered.isRepeatable
                ? try engine.cachedStatement(sql: rendered.text)
                : try engine.makeStatement(sql: rendered.text)
            guard !isGlancing || statement.isReadonly else {
                throw DatabaseFault.other(code: "statement", message: "a glance writes nothing")
            }
            return try body(statement, StatementArguments(rendered.values.map(DatabaseValue.init)))
        }
    }

    /// Counts the statement, having made sure that it cannot act outside the closure's transaction.
    private func admit(_ text: String) throws {
        let letters = text.utf8.drop { $0 <= 0x20 }.prefix { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7a }
        let word = Substring(letters).lowercased()
        if ["begin", "commit", "end", "rollback", "savepoint", "release"].contains(word) {
            throw DatabaseFault.other(code: "statement", message: "\(word) is not a closure's to say")
        }
        guard isGlancing || engine.isInsideTransaction else {
            // SQLite undoes the whole transaction by itself when, for example, the disk is full.
            throw DatabaseFault.other(code: "statement", message: "an error has undone the transaction")
        }
        statementCount += 1
    }

    private func translatingErrors<T>(_ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch {
            throw DatabaseFault.translating(error)
        }
    }
}
