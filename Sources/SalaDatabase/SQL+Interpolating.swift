extension SQL: ExpressibleByStringInterpolation {
    /// Only text that stands in the source can become SQL: `StaticString` has no way in for a runtime value.
    public init(stringLiteral text: StaticString) {
        pieces = [.text(text.description)]
    }

    public init(stringInterpolation: StringInterpolation) {
        pieces = stringInterpolation.pieces
    }

    /// Collects the text and the values of an SQL literal.
    public struct StringInterpolation: StringInterpolationProtocol {
        var pieces: [Piece] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            pieces.reserveCapacity(2 * interpolationCount + 1)
        }

        public mutating func appendLiteral(_ text: StaticString) {
            pieces.append(.text(text.description))
        }

        /// Binds the value.
        public mutating func appendInterpolation(_ value: some SQLBindable) {
            pieces.append(.value(value.sqlValue))
        }

        /// Binds the value, or NULL.
        public mutating func appendInterpolation<Value: SQLBindable>(_ value: Value?) {
            pieces.append(.value(value?.sqlValue ?? .null))
        }

        /// Puts another piece of SQL in this place, with its bound values.
        public mutating func appendInterpolation(_ sql: SQL) {
            pieces += sql.pieces
        }

        /// Puts text of the source in this place as it stands.
        public mutating func appendInterpolation(raw text: StaticString) {
            pieces.append(.text(text.description))
        }

        /// Binds each value, within brackets; `in` an empty list holds for no row, `not in` for every row.
        public mutating func appendInterpolation(list values: some Sequence<some SQLBindable>) {
            pieces.append(.list(values.map(\.sqlValue)))
        }
    }
}
