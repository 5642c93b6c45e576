/// One row of an XLSForm's survey sheet that asks, tells or reckons something.
public struct Question: Sendable {
    /// XLSForm's types, as far as Sala asks them.
    public enum Kind: Equatable, Sendable {
        case text
        case integer
        case decimal
        case date
        /// The name of the list of choices.
        case selectOne(String)
        case selectMultiple(String)
        case file
        case image
        case note
        case calculate
    }

    public var name: String
    public var kind: Kind
    public var required: Expression?
    public var relevant: Expression?
    public var constraint: Expression?
    public var choiceFilter: Expression?
    public var calculation: Expression?
    /// The answer a new form starts with.
    public var standard: String?
    public var isReadOnly: Bool
    /// XLSForm's appearance words, such as `multiline`.
    public var appearance: Set<String>
    /// XLSForm's parameters, such as `max-files=3`; `max-size` in mebibytes.
    public var parameters: [String: String]
    /// Whether the text `form.NAME.hint` exists, so that a page need not guess.
    public var hasHint: Bool
    /// The groups inside its page that the question stands in, outermost first.
    public var groups: [Group]

    public init(
        name: String, kind: Kind, required: Expression? = nil, relevant: Expression? = nil,
        constraint: Expression? = nil, choiceFilter: Expression? = nil, calculation: Expression? = nil,
        standard: String? = nil, isReadOnly: Bool = false, appearance: Set<String> = [],
        parameters: [String: String] = [:], hasHint: Bool = false, groups: [Group] = []
    ) {
        self.name = name
        self.kind = kind
        self.required = required
        self.relevant = relevant
        self.constraint = constraint
        self.choiceFilter = choiceFilter
        self.calculation = calculation
        self.standard = standard
        self.isReadOnly = isReadOnly
        self.appearance = appearance
        self.parameters = parameters
        self.hasHint = hasHint
        self.groups = groups
    }
}

/// A group of questions inside a page, shown when its expression holds.
public struct Group: Sendable {
    public var name: String
    public var relevant: Expression?

    public init(name: String, relevant: Expression?) {
        self.name = name
        self.relevant = relevant
    }
}
