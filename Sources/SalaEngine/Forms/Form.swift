/// A form as XLSForm describes it: its outermost groups are the pages.
public struct Form: Sendable {
    public let pages: [Page]
    /// The lists of choices by name.
    public let choices: [String: [Choice]]
    public let questions: [Question]
    /// Settled once: a form never changes, and every page that is shown asks.
    let dependencies: Dependencies
    private let places: [String: Int]

    public init(pages: [Page], choices: [String: [Choice]]) {
        self.pages = pages
        self.choices = choices
        questions = pages.flatMap(\.questions)
        dependencies = Dependencies(pages)
        places = Dictionary(
            questions.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The page of that name.
    public func page(_ name: String) -> Page? { pages.first { $0.name == name } }
    /// The question of that name, on whatever page.
    public func question(_ name: String) -> Question? { places[name].map { questions[$0] } }
}

/// What is asked together on one page.
public struct Page: Sendable {
    public var name: String
    public var relevant: Expression?
    public var questions: [Question]

    public init(name: String, relevant: Expression?, questions: [Question]) {
        self.name = name
        self.relevant = relevant
        self.questions = questions
    }
}

/// One choice of a list, with the further columns that a choice_filter may look at.
public struct Choice: Equatable, Sendable {
    public var name: String
    public var columns: [String: String]

    public init(name: String, columns: [String: String] = [:]) {
        self.name = name
        self.columns = columns
    }
}
