public import Foundation

/// A type that can be read from a column.
public protocol SQLReadable {
    /// Nil when the value is of another type, NULL included unless the type is optional.
    init?(sqlValue: SQLValue)
}

extension SQLValue: SQLReadable {
    public init?(sqlValue: SQLValue) {
        self = sqlValue
    }
}

extension Int64: SQLReadable {
    public init?(sqlValue: SQLValue) {
        guard case .integer(let integer) = sqlValue else { return nil }
        self = integer
    }
}

extension Int: SQLReadable {
    public init?(sqlValue: SQLValue) {
        guard case .integer(let integer) = sqlValue else { return nil }
        self.init(exactly: integer)
    }
}

extension Double: SQLReadable {
    /// An integer is read as a number too, because SQLite keeps 2.0 as 2 in a column without a type.
    public init?(sqlValue: SQLValue) {
        switch sqlValue {
        case .real(let real): self = real
        case .integer(let integer): self = Double(integer)
        case .null, .text, .blob: return nil
        }
    }
}

extension Bool: SQLReadable {
    /// Only 0 and 1 are truth values.
    public init?(sqlValue: SQLValue) {
        switch sqlValue {
        case .integer(0): self = false
        case .integer(1): self = true
        case .integer, .null, .real, .text, .blob: return nil
        }
    }
}

extension String: SQLReadable {
    public init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue else { return nil }
        self = text
    }
}

extension [UInt8]: SQLReadable {
    public init?(sqlValue: SQLValue) {
        guard case .blob(let bytes) = sqlValue else { return nil }
        self = bytes
    }
}

extension UUID: SQLReadable {
    public init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue else { return nil }
        self.init(uuidString: text)
    }
}

extension Optional: SQLReadable where Wrapped: SQLReadable {
    /// NULL is nil; anything else must be a value of the wrapped type.
    public init?(sqlValue: SQLValue) {
        if case .null = sqlValue {
            self = .none
            return
        }
        guard let wrapped = Wrapped(sqlValue: sqlValue) else { return nil }
        self = .some(wrapped)
    }
}

extension SQLReadable where Self: RawRepresentable, RawValue: SQLReadable {
    /// An enum that declares the conformance is read from its raw value.
    public init?(sqlValue: SQLValue) {
        guard let rawValue = RawValue(sqlValue: sqlValue) else { return nil }
        self.init(rawValue: rawValue)
    }
}
