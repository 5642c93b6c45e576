import Foundation
public import SalaDatabase
public import SalaEngine
public import SalaThai

extension Identifier: SQLBindable, SQLReadable {
    public var sqlValue: SQLValue { .text(description) }

    public init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue else { return nil }
        self.init(text)
    }
}

extension Instant: SQLBindable {
    public var sqlValue: SQLValue { .integer(microseconds) }
}

extension Row {
    func id<Of>(_ column: String) throws -> Identifier<Of> {
        try get(column)
    }

    func optionalID<Of>(_ column: String) throws -> Identifier<Of>? {
        try get(column)
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
