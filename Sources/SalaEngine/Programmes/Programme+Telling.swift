extension Programme {
    /// The answers to what the action asks that its letter to the filer names: what everybody who learns of
    /// the action may read. The others are between who took it and the committee.
    public func told(_ input: Answers, of name: String) -> Answers {
        guard let action = workflow.action(name), let letter = action.letter.flatMap(letter) else {
            return [:]
        }
        let texts = (Array(letter.subject.values) + Array(letter.body.values)).map { text in
            text.filter { !$0.isWhitespace }
        }
        return input.filter { question, _ in
            fields(of: question, asked: action).contains { field in
                texts.contains { $0.contains("{{\(field)}}") || $0.contains("{{#\(field)}}") }
            }
        }
    }

    /// The names under which a letter may say the answer.
    private func fields(of question: String, asked action: Action) -> [String] {
        var fields = [LetterField.inputPrefix + question]
        if question == LetterField.reason.rawValue { fields.append(question) }
        if workflow.stage(action.to)?.clock?.within == .untilAnswer(question) {
            fields.append(LetterField.due.rawValue)
        }
        return fields
    }
}
