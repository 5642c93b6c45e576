extension Programme {
    /// The questions whose answers anybody may read of a submission that is public, without what is private:
    /// the title, the summary, those of the register's page and columns, in that order, and the picture.
    public var publicQuestions: [String] {
        guard let register else { return [] }
        var known: Set<String> = []
        let picture = register.picture.map { [$0] } ?? []
        return ([register.title, register.summary] + register.page + register.columns + picture)
            .filter { !isPrivate($0) && known.insert($0).inserted }
    }

    /// The words of an answer to a question that offers choices, in that language: one for each that was
    /// chosen, by its own name where it has no words.
    public func words(ofChoices answer: Answer, to question: Question, _ language: Language) -> [String] {
        switch question.kind {
        case .selectOne(let list), .selectMultiple(let list):
            answer.items.map { texts["choice.\(list).\($0)", language] }
        default: []
        }
    }

    /// The key of what the public reads beside an answer, where a programme words it apart from the question.
    public static func publicLabelKey(of question: String) -> String { "register.label.\(question)" }

    /// What the public reads beside an answer: the register's own label, or the words of the question.
    public func publicLabel(of question: String, _ language: Language) -> String {
        texts.find(Programme.publicLabelKey(of: question), language)
            ?? texts["form.\(question).label", language]
    }
}
