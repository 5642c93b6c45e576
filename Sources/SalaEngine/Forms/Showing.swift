public import SalaThai

/// What of a form shows for certain answers at a certain time: settled once, then asked as often as a page
/// needs.
public struct Showing: Sendable {
    public let form: Form
    public let now: Instant
    /// The answers of the relevant questions, with what is calculated from them. A question that is not
    /// relevant counts as unanswered wherever it is named.
    public private(set) var answers: Answers = [:]
    private var relevantQuestions: Set<String> = []
    private var relevantPages: [String: Bool] = [:]

    public init(form: Form, answers given: Answers, now: Instant) {
        self.form = form
        self.now = now
        for (page, question) in form.dependencies.order where settlesRelevance(of: question, on: page) {
            relevantQuestions.insert(question.name)
            answers[question.name] = settledAnswer(of: question, given: given[question.name])
        }
        for page in form.pages { _ = settlesRelevance(of: page) }
    }

    /// Whether the question, its groups and its page are relevant.
    public func isRelevant(_ question: Question) -> Bool {
        relevantQuestions.contains(question.name)
    }

    /// Whether the page is to be walked to; its questions may still be hidden one by one.
    public func isRelevant(_ page: Page) -> Bool {
        relevantPages[page.name] ?? false
    }

    /// The choices that the question offers; none if it is not a select question.
    public func choices(of question: Question) -> [Choice] {
        guard let list = question.kind.list else { return [] }
        let all = form.choices[list, default: []]
        guard let filter = question.choiceFilter else { return all }
        return all.filter { choice in
            let columns = choice.columns.merging(["name": choice.name]) { column, _ in column }
            return filter.holds(in: scope(columns: columns))
        }
    }

    /// The same as if those questions were not asked: what is shown to who may not read their answers.
    public func hiding(_ questions: Set<String>) -> Showing {
        var showing = self
        showing.relevantQuestions.subtract(questions)
        for question in questions { showing.answers[question] = nil }
        return showing
    }

    func scope(own: Answer? = nil, columns: [String: String] = [:]) -> Expression.Scope {
        Expression.Scope(answers: answers, own: own, now: now, columns: columns)
    }

    private mutating func settlesRelevance(of page: Page) -> Bool {
        if let known = relevantPages[page.name] { return known }
        let isRelevant = page.relevant?.holds(in: scope()) ?? true
        relevantPages[page.name] = isRelevant
        return isRelevant
    }

    private mutating func settlesRelevance(of question: Question, on page: Page) -> Bool {
        guard settlesRelevance(of: page) else { return false }
        let expressions = question.groups.map(\.relevant) + [question.relevant]
        return expressions.allSatisfy { $0?.holds(in: scope()) ?? true }
    }

    private func settledAnswer(of question: Question, given: Answer?) -> Answer? {
        guard question.kind != .note else { return nil }
        let kept = given.flatMap { $0.isEmpty ? nil : $0 }
        guard let calculation = question.calculation else { return question.kind == .calculate ? nil : kept }
        // What people may type over is calculated only until they do.
        if question.isTyped, kept != nil { return kept }
        switch calculation.evaluate(in: scope(own: kept)) {
        case .number(let number) where number.isNaN: return nil
        case .list(let list): return list.isEmpty ? nil : .list(list)
        case let value: return value.string.isEmpty ? nil : .text(value.string)
        }
    }
}
