extension Programme {
    /// The questions whose answers anybody may read of a submission that is public: those of the register's
    /// page and data set, in that order, without what is private. The title, the summary and the picture, if
    /// they are not among them, stand before.
    public var publicQuestions: [String] {
        guard let register else { return [] }
        let shown = register.page + register.columns.filter { !register.page.contains($0) }
        let heads = [register.title, register.summary] + (register.picture.map { [$0] } ?? [])
        return (heads.filter { !shown.contains($0) } + shown).filter { !isPrivate($0) }
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
