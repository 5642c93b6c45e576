extension Programme {
    /// The key of what the public reads beside an answer, where a programme words it apart from the question.
    public static func publicLabelKey(of question: String) -> String { "register.label.\(question)" }

    /// What the public reads beside an answer: the register's own label, or the words of the question.
    public func publicLabel(of question: String, _ language: Language) -> String {
        texts.find(Programme.publicLabelKey(of: question), language)
            ?? texts["form.\(question).label", language]
    }
}
