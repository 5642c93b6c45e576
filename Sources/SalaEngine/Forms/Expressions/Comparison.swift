extension Expression {
    /// Something that an expression holds equal to a word, or unequal: what must be a choice's name where the
    /// something is a choice.
    struct Comparison: Hashable {
        enum Side: Hashable {
            case own
            case answer(String)
            case column(String)
            case word(String)
        }

        var left: Side
        var right: Side
    }

    /// All comparisons for being equal and all uses of `selected`, in the order in which they are written.
    var comparisons: [Comparison] { tree.comparisons }
}

extension Expression.Tree {
    fileprivate var comparisons: [Expression.Comparison] {
        var found: [Expression.Comparison] = []
        switch self {
        case .chain(let first, let links):
            for (left, link) in zip([first] + links.map(\.operand), links)
            where [.equal, .unequal].contains(link.operation) {
                found += Expression.Comparison(left, link.operand)
            }
        case .call(let function, let trees) where function.name == "selected" && trees.count == 2:
            found += Expression.Comparison(trees[0], trees[1])
        default: break
        }
        return found + branches.flatMap(\.comparisons)
    }

    fileprivate var side: Expression.Comparison.Side? {
        switch self {
        case .own: .own
        case .answer(let name): .answer(name)
        case .column(let name): .column(name)
        case .literal(.string(let word)): .word(word)
        default: nil
        }
    }
}

extension [Expression.Comparison] {
    fileprivate static func += (found: inout Self, comparison: Expression.Comparison?) {
        if let comparison { found.append(comparison) }
    }
}

extension Expression.Comparison {
    fileprivate init?(_ left: Expression.Tree, _ right: Expression.Tree) {
        guard let left = left.side, let right = right.side else { return nil }
        self.init(left: left, right: right)
    }
}
