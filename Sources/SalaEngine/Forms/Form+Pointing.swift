extension Form {
    /// The names of the pages that an answer to those questions points at: what is chosen there may bear the
    /// name of a page, or of a question that stands on it.
    public func pages(pointedAtBy input: Answers, to asks: Form) -> Set<String> {
        var chosen: Set<String> = []
        for question in asks.questions {
            switch question.kind {
            case .selectOne, .selectMultiple: chosen.formUnion(input[question.name]?.items ?? [])
            default: continue
            }
        }
        let pointed = pages.filter { page in
            chosen.contains(page.name) || page.questions.contains { chosen.contains($0.name) }
        }
        return Set(pointed.map(\.name))
    }
}
