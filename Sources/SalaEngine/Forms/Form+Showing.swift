public import SalaThai

extension Form {
    /// What of the form shows for these answers: settle it once where more than one question is asked about.
    public func showing(_ answers: Answers, at now: Instant) -> Showing {
        Showing(form: self, answers: answers, now: now)
    }

    /// Whether the question, its groups and its page are relevant.
    public func isRelevant(_ question: Question, in answers: Answers, at now: Instant) -> Bool {
        showing(answers, at: now).isRelevant(question)
    }

    /// Whether the page is to be walked to.
    public func isRelevant(_ page: Page, in answers: Answers, at now: Instant) -> Bool {
        showing(answers, at: now).isRelevant(page)
    }

    /// The choices that the question offers under its choice_filter.
    public func choices(of question: Question, in answers: Answers, at now: Instant) -> [Choice] {
        showing(answers, at: now).choices(of: question)
    }

    /// The answers with every calculated one made anew; what is hidden for now stays.
    public func calculating(_ answers: Answers, at now: Instant) -> Answers {
        let settled = showing(answers, at: now).answers
        var calculated = answers.merging(settled) { $1 }
        for question in questions where question.calculation != nil && !question.isTyped {
            calculated[question.name] = settled[question.name]
        }
        return calculated
    }

    /// The answers of the relevant questions alone, with what is calculated from them: what is filed.
    public func pruned(_ answers: Answers, at now: Instant) -> Answers {
        showing(answers, at: now).answers
    }

    /// The answers that a new form starts with.
    public var standardAnswers: Answers {
        var answers: Answers = [:]
        for question in questions { answers[question.name] = question.standardAnswer }
        return answers
    }
}
