/// A statement, or a part of one, whose interpolated values are bound and never spliced into the text.
///
/// `"select name from call where id = \(id) and stage in \(list: stages)"`
public struct SQL: Sendable {
    enum Piece: Sendable {
        case text(String)
        case value(SQLValue)
        case list([SQLValue])
    }

    var pieces: [Piece]

    /// The second part after the first, with nothing between.
    public static func + (left: SQL, right: SQL) -> SQL {
        SQL(pieces: left.pieces + right.pieces)
    }
}

extension [SQL] {
    /// The parts in their order with the separator between, or empty SQL when there is none.
    public func joined(separator: SQL) -> SQL {
        var pieces: [SQL.Piece] = []
        for (index, part) in enumerated() {
            if index > 0 { pieces += separator.pieces }
            pieces += part.pieces
        }
        return SQL(pieces: pieces)
    }
}
