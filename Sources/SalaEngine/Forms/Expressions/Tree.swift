extension Expression {
    /// What an expression was parsed to.
    indirect enum Tree: Sendable {
        case literal(Value)
        case own
        case answer(String)
        case column(String)
        case negation(Tree)
        /// Operators of one level after another. A list, not nested pairs: a sum of a thousand terms is one
        /// deep.
        case chain(Tree, [Link])
        case call(Function, [Tree])
    }

    /// An operator and what stands to its right.
    struct Link: Sendable {
        let operation: Operator
        let operand: Tree
    }
}

extension Expression.Tree {
    func value(in scope: Expression.Scope) -> Expression.Value {
        switch self {
        case .literal(let value): value
        case .own: Expression.Value(scope.own)
        case .answer(let name): Expression.Value(scope.answers[name])
        case .column(let name): .string(scope.columns[name] ?? "")
        case .negation(let tree): .number(-tree.value(in: scope).number)
        case .chain(let first, let links):
            links.reduce(first.value(in: scope)) { left, link in
                link.operation.apply(to: left) { link.operand.value(in: scope) }
            }
        case .call(let function, let trees):
            function.evaluate(Expression.Arguments(trees: trees, scope: scope))
        }
    }

    /// The names that the closure gives for any node of the tree.
    func gather(_ name: (Expression.Tree) -> String?) -> Set<String> {
        var names: Set<String> = []
        var waiting = [self]
        while let tree = waiting.popLast() {
            if let found = name(tree) { names.insert(found) }
            waiting += tree.branches
        }
        return names
    }

    var branches: [Expression.Tree] {
        switch self {
        case .literal, .own, .answer, .column: []
        case .negation(let tree): [tree]
        case .chain(let first, let links): [first] + links.map(\.operand)
        case .call(_, let trees): trees
        }
    }
}
