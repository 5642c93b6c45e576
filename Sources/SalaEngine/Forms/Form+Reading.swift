extension Form {
    /// The canonical answers in what a browser posted for the page. Of questions that are not typed, and of
    /// names that the page does not have, nothing is taken; a question without an answer is absent.
    public func reading(_ posted: [String: [String]], page name: String) -> Answers {
        var answers: Answers = [:]
        for question in page(name)?.questions ?? [] where question.isTyped {
            answers[question.name] = posted[question.name].flatMap { question.answer(typed: $0) }
        }
        return answers
    }
}
