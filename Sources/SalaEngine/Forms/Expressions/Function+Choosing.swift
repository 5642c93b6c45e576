extension Expression.Function {
    /// Truth, conditions and the choices of select questions.
    static let choosing: [Expression.Function] = [
        .init("true", 0...0) { _ in .boolean(true) },
        .init("false", 0...0) { _ in .boolean(false) },
        .init("not", 1...1) { .boolean(!$0.boolean(0)) },
        .init("boolean", 1...1) { .boolean($0.boolean(0)) },
        .init("boolean-from-string", 1...1) { .boolean(["true", "1"].contains($0.string(0))) },
        .init("if", 3...3) { $0.boolean(0) ? $0.value(1) : $0.value(2) },
        .init("coalesce", 2...2) { arguments in
            let first = arguments.value(0)
            return first.string.isEmpty ? arguments.value(1) : first
        },
        .init("once", 1...1) { arguments in
            let own = Expression.Value(arguments.scope.own)
            return own.string.isEmpty ? arguments.value(0) : own
        },
        .init("selected", 2...2) { arguments in
            let choice = String(arguments.scalars(1).trimmed)
            return .boolean(arguments.value(0).items.contains(choice))
        },
        .init("selected-at", 2...2) { arguments in
            let items = arguments.value(0).items
            let index = Int(exactly: arguments.number(1).rounded(.towardZero)) ?? -1
            return .string(items.indices.contains(index) ? items[index] : "")
        },
        .init("count-selected", 1...1) { .number(Double($0.value(0).items.count)) },
    ]
}
