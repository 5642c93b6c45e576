extension Form {
    /// The names of the pages that an answer to those questions points at: what is chosen there may bear the
    /// name of a page, or of a question that stands on it.
    public func pages(pointedAtBy input: Answers, to asks: Form) -> Set<String> {
        let chosen = asks.questions.flatMap { question in
            switch question.kind {
            case .selectOne, .selectMultiple: input[question.name]?.items ?? []
            default: []
            }
        }
        let names = Set(chosen)
        return Set(
            pages.filter { page in
                names.contains(page.name) || page.questions.contains { names.contains($0.name) }
            }.map(\.name))
    }
}
