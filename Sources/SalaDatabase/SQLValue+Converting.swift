import Foundation
import GRDB

extension SQLValue {
    init(_ value: DatabaseValue) {
        switch value.storage {
        case .null: self = .null
        case .int64(let integer): self = .integer(integer)
        case .double(let real): self = .real(real)
        case .string(let text): self = .text(text)
        case .blob(let data): self = .blob([UInt8](data))
        }
    }
}

extension DatabaseValue {
    init(_ value: SQLValue) {
        switch value {
        case .null: self = .null
        case .integer(let integer): self = integer.databaseValue
        case .real(let real): self = real.databaseValue
        case .text(let text): self = text.databaseValue
        case .blob(let bytes): self = Data(bytes).databaseValue
        }
    }
}
