/// A statement as SQLite wants it: text with question marks, and the values in their order.
struct RenderedSQL {
    var text = ""
    var values: [SQLValue] = []
    /// Whether the text is the same each time, so that its compiled form is worth keeping.
    var isRepeatable = true
}

extension SQL {
    /// Throws when a value is one that some engine would silently change: U+0000 in text, a real that is NaN.
    func rendered() throws -> RenderedSQL {
        var rendering = RenderedSQL()
        for piece in pieces {
            switch piece {
            case .text(let text):
                rendering.text += text
            case .value(let value):
                try rendering.append(value)
            case .list(let values):
                // Lists of every length would fill the cache of compiled statements, which has no bound.
                rendering.isRepeatable = false
                rendering.text += "("
                for (index, value) in values.enumerated() {
                    if index > 0 { rendering.text += ", " }
                    try rendering.append(value)
                }
                rendering.text += ")"
            }
        }
        return rendering
    }
}

extension RenderedSQL {
    fileprivate mutating func append(_ value: SQLValue) throws {
        switch value {
        case .text(let text) where text.utf8.contains(0):
            // GRDB would cut the text there, PostgreSQL refuses it.
            throw DatabaseFault.other(code: "value", message: "text with U+0000 cannot be kept")
        case .real(let real) where real.isNaN:
            // SQLite would keep NULL.
            throw DatabaseFault.other(code: "value", message: "a number that is NaN cannot be kept")
        default:
            text += "?"
            values.append(value)
        }
    }
}
