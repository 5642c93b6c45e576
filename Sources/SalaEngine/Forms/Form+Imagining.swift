public import SalaThai

extension Form {
    /// An answer to every question that is typed and shows, with no thought of whether it is true: the first
    /// choice, a number, the day, and of texts what `text` gives. Files are not answered.
    public func imaginedAnswers(at now: Instant, text: (Question) -> String) -> Answers {
        var answers: Answers = [:]
        // An answer may call for further questions, each of which is answered once.
        var count = -1
        while answers.count != count {
            count = answers.count
            let showing = showing(answers, at: now)
            for question in questions where question.isTyped && answers[question.name] == nil {
                guard showing.isRelevant(question) else { continue }
                answers[question.name] = showing.imaginedAnswer(to: question, text)
            }
        }
        return answers
    }
}

extension Showing {
    fileprivate func imaginedAnswer(to question: Question, _ text: (Question) -> String) -> Answer? {
        switch question.kind {
        case .text: .text(text(question))
        case .integer, .decimal: .text("10")
        case .date: .text(now.localDate.iso)
        case .selectOne: choices(of: question).first.map { .text($0.name) }
        case .selectMultiple: choices(of: question).first.map { .list([$0.name]) }
        case .file, .image, .note, .calculate: nil
        }
    }
}
