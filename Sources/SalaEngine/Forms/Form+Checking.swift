public import SalaThai

extension Form {
    /// What must be mended, at most one mistake a question, in the order of the form; on one page if it is
    /// named. Questions that are not relevant, and those that nobody can answer, are neither required nor
    /// checked.
    public func mistakes(in answers: Answers, page name: String? = nil, at now: Instant) -> [Mistake] {
        let showing = showing(answers, at: now)
        var mistakes: [Mistake] = []
        for page in pages where name == nil || page.name == name {
            for question in page.questions where question.isAnswerable && showing.isRelevant(question) {
                guard let kind = showing.mistake(at: question) else { continue }
                mistakes.append(Mistake(question: question.name, page: page.name, kind: kind))
            }
        }
        return mistakes
    }
}

extension Question {
    /// Code points that a text may have: the parameter `max-length`, else 5,000 for `multiline` and 255 for a
    /// line.
    public var maximumLength: Int {
        parameters["max-length"].flatMap { Int($0) } ?? (appearance.contains("multiline") ? 5000 : 255)
    }

    /// Answered by people, whether by typing, choosing or attaching.
    var isAnswerable: Bool {
        isTyped || takesFiles
    }
}

extension Showing {
    /// Whether the question has to be answered, as the other answers stand.
    public func isRequired(_ question: Question) -> Bool {
        question.isAnswerable && question.required?.holds(in: scope(own: answers[question.name])) == true
    }

    fileprivate func mistake(at question: Question) -> Mistake.Kind? {
        guard let answer = answers[question.name] else { return isRequired(question) ? .missing : nil }
        if let mistake = mistake(in: answer, of: question) { return mistake }
        return question.constraint?.holds(in: scope(own: answer)) == false ? .constraint : nil
    }

    private func mistake(in answer: Answer, of question: Question) -> Mistake.Kind? {
        let isCanonical = question.canonical(answer.string) == answer.string
        switch question.kind {
        case .integer: return isCanonical ? nil : .notAnInteger
        case .decimal: return isCanonical ? nil : .notADecimal
        case .date:
            guard !isCanonical else { return nil }
            return LocalDate.isMissingDay(typed: answer.string) ? .noSuchDay : .notADate
        case .text:
            let limit = question.maximumLength
            return answer.string.unicodeScalars.count > limit ? .tooLong(limit) : nil
        case .selectOne, .selectMultiple:
            let offered = Set(choices(of: question).map(\.name))
            let isSingle = answer.items.count == 1
            guard isSingle || question.kind.takesMany else { return .notAChoice }
            return answer.items.allSatisfy(offered.contains) ? nil : .notAChoice
        case .file, .image:
            let limit = question.maximumFiles
            return answer.items.count > limit ? .tooManyFiles(limit) : nil
        case .note, .calculate: return nil
        }
    }
}

extension Question.Kind {
    fileprivate var takesMany: Bool {
        if case .selectMultiple = self { true } else { false }
    }
}
