extension Expression {
    /// A word of the language and where it stands.
    struct Token: Equatable {
        enum Kind: Equatable {
            case number(Double)
            case text(String)
            /// `${name}`
            case answer(String)
            case name(String)
            case operation(Operator)
            case open, close, comma
            /// `.`
            case own
            case end
        }

        let kind: Kind
        /// In Unicode code points from the beginning.
        let offset: Int

        /// Whether a value ends here, so that what follows must be an operator (XPath 1.0, section 3.7).
        var endsValue: Bool {
            switch kind {
            case .number, .text, .answer, .name, .own, .close: true
            case .operation, .open, .comma, .end: false
            }
        }

        /// As a sentence about it names it.
        var spelling: Sentence {
            switch kind {
            case .number(let number): "the number \(Value.number(number).string)"
            case .text(let text): "the text '\(text)'"
            case .answer(let name): "${\(name)}"
            case .name(let name): "`\(name)`"
            case .operation(let operation): "`\(operation.rawValue)`"
            case .open: "`(`"
            case .close: "`)`"
            case .comma: "`,`"
            case .own: "`.`"
            case .end: "the end"
            }
        }
    }
}
