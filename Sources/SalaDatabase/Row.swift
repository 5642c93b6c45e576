/// One row of an answer; it stays valid after the transaction that read it.
public struct Row: Sendable {
    /// The names of the columns, in the statement's order and spelling.
    public let columns: [String]
    let values: [SQLValue]

    /// The value in the leftmost column of that name; throws a fault that names the column when the row has
    /// no such column or its value is not a `T`.
    public func get<T: SQLReadable>(_ column: String) throws -> T {
        // There may be fewer values than names when another process has just altered the table.
        guard let index = columns.firstIndex(of: column), index < values.count else {
            throw DatabaseFault.other(
                code: "column",
                message: "no column \(column); the row has \(columns.joined(separator: ", "))")
        }
        guard let value = T(sqlValue: values[index]) else {
            throw DatabaseFault.other(
                code: "column",
                message: "column \(column) holds \(values[index].kind), which is no \(T.self)")
        }
        return value
    }

    /// The same as `get`.
    public subscript<T: SQLReadable>(_ column: String) -> T {
        get throws { try get(column) }
    }
}

extension SQLValue {
    /// What sort of value it is, without the value, so that faults can be logged.
    fileprivate var kind: String {
        switch self {
        case .null: "NULL"
        case .integer: "an integer"
        case .real: "a real number"
        case .text: "text"
        case .blob: "bytes"
        }
    }
}
