extension Expression {
    /// A function of the language: a row of the table, which grows without touching parser or evaluator.
    struct Function: Sendable {
        let name: String
        let arity: ClosedRange<Int>
        /// What is wrong with arguments that are already known, nil if nothing.
        let check: @Sendable ([Tree]) -> Sentence?
        let evaluate: @Sendable (Arguments) -> Value

        init(
            _ name: String, _ arity: ClosedRange<Int>,
            check: @escaping @Sendable ([Tree]) -> Sentence? = { _ in nil },
            _ evaluate: @escaping @Sendable (Arguments) -> Value
        ) {
            self.name = name
            self.arity = arity
            self.check = check
            self.evaluate = evaluate
        }

        /// As many arguments as one likes.
        static let endless = Int.max

        static let all: [String: Function] = Dictionary(
            uniqueKeysWithValues: (choosing + spelling + reckoning + dating).map { ($0.name, $0) })
    }

    /// The arguments of a call, evaluated when they are asked for.
    struct Arguments {
        let trees: [Tree]
        let scope: Scope

        var count: Int { trees.count }
        func value(_ index: Int) -> Value { trees[index].value(in: scope) }
        func string(_ index: Int) -> String { value(index).string }
        func scalars(_ index: Int) -> Scalars { string(index).scalars }
        func number(_ index: Int) -> Double { value(index).number }
        func boolean(_ index: Int) -> Bool { value(index).boolean }
        /// The value at that place, or the own answer where the argument is left out.
        func stringOrOwn(_ index: Int) -> String { index < count ? string(index) : Value(scope.own).string }
        /// All values from there on, each item of a list by itself.
        func nodes(from index: Int) -> [Value] { trees[index...].flatMap { $0.value(in: scope).nodes } }
    }
}

extension Expression.Function {
    func complaint(about arguments: [Expression.Tree]) -> Sentence? {
        guard arity.contains(arguments.count) else {
            return "`\(name)` takes \(wanted), not \(arguments.count)"
        }
        return check(arguments)
    }

    private var wanted: Sentence {
        switch (arity.lowerBound, arity.upperBound) {
        case (0, 0): "no argument"
        case (1, 1): "1 argument"
        case (let least, let most) where least == most: "\(least) arguments"
        case (let least, Self.endless): least == 1 ? "at least 1 argument" : "at least \(least) arguments"
        case (let least, let most): "\(least) or \(most) arguments"
        }
    }
}
