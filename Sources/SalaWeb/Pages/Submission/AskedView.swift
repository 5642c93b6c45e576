import SalaEngine

/// What an action asked of the filer of a submission that came back.
struct AskedView: Sendable {
    let facts: [FactView]

    /// Nil where nothing was asked.
    init?(_ acted: SubmissionEvent.Acted?, of programme: Programme, _ language: Language) {
        guard let acted else { return nil }
        facts = FactView.asked(by: acted.action, acted.input, of: programme, language)
        if facts.isEmpty { return nil }
    }
}

extension FactView {
    /// What was put into an action, as people read it.
    static func asked(
        by action: String, _ input: Answers, of programme: Programme, _ language: Language
    ) -> [FactView] {
        guard let asks = programme.workflow.action(action)?.asks else { return [] }
        let wording = Asking.Wording.asks(asks, programme, language)
        return asks.questions.compactMap { question in
            let text = AnswerWording(wording).text(question, input[question.name])
            return text.isEmpty
                ? nil : FactView(term: wording.label(question), detail: text)
        }
    }
}
