import Foundation
public import SalaDatabase
public import SalaEngine
public import SalaThai

extension Identifier: SQLBindable {
    public var sqlValue: SQLValue { uuid.sqlValue }
}

extension Instant: SQLBindable {
    public var sqlValue: SQLValue { .integer(microseconds) }
}

extension Row {
    func id<Of>(_ column: String) throws -> Identifier<Of> {
        Identifier(try get(column) as UUID)
    }

    func optionalID<Of>(_ column: String) throws -> Identifier<Of>? {
        (try get(column) as UUID?).map { Identifier($0) }
    }

    func instant(_ column: String) throws -> Instant {
        Instant(microseconds: try get(column))
    }

    func optionalInstant(_ column: String) throws -> Instant? {
        (try get(column) as Int64?).map(Instant.init(microseconds:))
    }

    func json<Value: Decodable>(_ column: String, as type: Value.Type = Value.self) throws -> Value {
        try JSON.decode(type, from: try get(column))
    }
}
