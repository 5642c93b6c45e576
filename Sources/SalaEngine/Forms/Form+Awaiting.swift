public import SalaThai

extension Form {
    /// The questions whose answers are still to be mended or given and decide whether more is asked on the
    /// page, in the order of the form, by the name of the page; a page that waits for none is absent.
    public func awaited(in answers: Answers, at now: Instant) -> [String: [String]] {
        let showing = showing(answers, at: now)
        let open = Set(mistakes(in: answers, at: now).map(\.question))
        let homes = Dictionary(
            pages.flatMap { page in page.questions.map { ($0.name, page) } }, uniquingKeysWith: { $1 })
        var awaited: [String: [String]] = [:]
        for page in pages {
            var deciding: Set<String> = []
            for question in page.questions where question.isAnswerable && !showing.isRelevant(question) {
                var seen: Set<String> = []
                deciding.formUnion(showing.deciding(question, homes, open: open, seen: &seen))
            }
            let names = questions.map(\.name).filter(deciding.contains)
            if !names.isEmpty { awaited[page.name] = names }
        }
        return awaited
    }
}

extension Showing {
    /// The open questions that lie behind the question's relevance, those behind others' relevance and
    /// calculations among them.
    fileprivate func deciding(
        _ question: Question, _ homes: [String: Page], open: Set<String>, seen: inout Set<String>
    ) -> Set<String> {
        guard seen.insert(question.name).inserted else { return [] }
        let conditions =
            [homes[question.name]?.relevant, question.relevant] + question.groups.map(\.relevant)
        let expressions = isRelevant(question) ? [question.calculation] : conditions
        var found: Set<String> = []
        for name in expressions.flatMap({ $0?.references ?? [] }) {
            if open.contains(name) {
                found.insert(name)
            } else if let other = form.question(name) {
                found.formUnion(deciding(other, homes, open: open, seen: &seen))
            }
        }
        return found
    }
}
