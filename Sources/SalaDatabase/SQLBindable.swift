public import Foundation

/// A type whose values can be bound to a statement.
public protocol SQLBindable: Sendable {
    /// What the database is to keep.
    var sqlValue: SQLValue { get }
}

extension SQLValue: SQLBindable {
    public var sqlValue: SQLValue { self }
}

extension Int: SQLBindable {
    public var sqlValue: SQLValue { .integer(Int64(self)) }
}

extension Int64: SQLBindable {
    public var sqlValue: SQLValue { .integer(self) }
}

extension Double: SQLBindable {
    public var sqlValue: SQLValue { .real(self) }
}

extension Bool: SQLBindable {
    /// 1 for true, 0 for false.
    public var sqlValue: SQLValue { .integer(self ? 1 : 0) }
}

extension String: SQLBindable {
    public var sqlValue: SQLValue { .text(self) }
}

extension [UInt8]: SQLBindable {
    public var sqlValue: SQLValue { .blob(self) }
}

extension UUID: SQLBindable {
    /// Lower-case hexadecimal with hyphens.
    public var sqlValue: SQLValue { .text(uuidString.lowercased()) }
}

extension Optional: SQLBindable where Wrapped: SQLBindable {
    /// NULL for nil.
    public var sqlValue: SQLValue { self?.sqlValue ?? .null }
}

extension SQLBindable where Self: RawRepresentable, RawValue: SQLBindable {
    /// An enum that declares the conformance is kept as its raw value.
    public var sqlValue: SQLValue { rawValue.sqlValue }
}
