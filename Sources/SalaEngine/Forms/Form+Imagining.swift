public import SalaThai

extension Form {
    /// Answers to the questions that are typed and show, as the form takes them, with no thought of whether
    /// they are true: choices, a number, a day, and of texts what `text` gives or, where the constraint wants
    /// one, a telephone number or an address. Files are not answered.
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

    /// A file without content for every question that asks for one beside those answers, named by `name`.
    public func imaginedAttachments(
        beside answers: Answers, at now: Instant, id: () -> AttachmentID, name: (Question) -> String
    ) -> [Attachment] {
        let showing = showing(answers, at: now)
        return questions.compactMap { question in
            guard question.takesFiles, showing.isRelevant(question),
                question.required?.holds(in: showing.scope()) == true
            else { return nil }
            let accepted = question.parameters["accept"].flatMap { MediaType.named($0).min() }
            return Attachment(
                id: id(), question: question.name, name: name(question),
                mediaType: accepted ?? (question.kind == .image ? "image/png" : "application/pdf"),
                bytes: 0, sha256: "")
        }
    }
}

extension Showing {
    /// The first that may be the answer and that the constraint takes; nil where it takes none of them.
    fileprivate func imaginedAnswer(to question: Question, _ text: (Question) -> String) -> Answer? {
        imaginable(question, text).first { answer in
            question.constraint?.holds(in: scope(own: answer)) ?? true
        }
    }

    private func imaginable(_ question: Question, _ text: (Question) -> String) -> [Answer] {
        switch question.kind {
        case .text:
            let words = text(question).unicodeScalars.prefix(question.maximumLength)
            return ([String(words)] + Self.imaginedLines).map { .text($0) }
        case .integer, .decimal:
            return ["10", "1", "5", "100", "1000", "0", "50", "500", "10000", "100000"].map { .text($0) }
        case .date:
            return [0, -1, 1, -30, 30, -365, 365].map { .text(now.localDate.adding(days: $0).iso) }
        case .selectOne:
            return choices(of: question).map { .text($0.name) }
        case .selectMultiple:
            let names = choices(of: question).map(\.name)
            return names.indices.map { .list(Array(names[...$0])) }
        case .file, .image, .note, .calculate:
            return []
        }
    }

    /// What passes for a telephone number, the address of a page, and one of mail.
    private static let imaginedLines = [
        "02 000 0000", "https://example.go.th", "example@example.go.th", "10",
    ]
}
