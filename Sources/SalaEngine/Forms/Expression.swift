/// An expression in XLSForm's language, parsed once: the subset of XPath 1.0 that the ODK XForms
/// specification publishes (https://getodk.github.io/xforms-spec/), with `${name}` for answers.
public struct Expression: Sendable {
    public let source: String
    let tree: Tree

    /// Throws what is wrong with the text, where, and what to write instead.
    public init(_ source: String) throws(ExpressionFault) {
        self.source = source
        var parser = Parser(tokens: try Lexer.tokens(of: source))
        tree = try parser.parse()
    }

    /// The names of the questions in `${name}`.
    public var references: Set<String> {
        tree.gather { if case .answer(let name) = $0 { name } else { nil } }
    }

    /// The bare names, which only a choice_filter may use: columns of the choices.
    public var columns: Set<String> {
        tree.gather { if case .column(let name) = $0 { name } else { nil } }
    }

    /// Whether `.`, the own answer, is written in it.
    public var mentionsOwnAnswer: Bool {
        !tree.gather { if case .own = $0 { "." } else { nil } }.isEmpty
    }

    /// The value by XPath's rules; an unanswered question is the empty text.
    public func evaluate(in scope: Scope) -> Value {
        tree.value(in: scope)
    }

    /// Whether the value is true, as XPath's `boolean()` says.
    public func holds(in scope: Scope) -> Bool {
        evaluate(in: scope).boolean
    }
}

extension Expression: Equatable {
    public static func == (left: Expression, right: Expression) -> Bool {
        left.source == right.source
    }
}
