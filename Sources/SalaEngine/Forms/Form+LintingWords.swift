extension Form {
    /// What the question's expressions compare with a word that can never be there, so that they never hold.
    func wordFaults(_ question: Question) -> [FormFault] {
        let columns = [
            ("relevant", question.relevant), ("required", question.required),
            ("constraint", question.constraint), ("calculation", question.calculation),
        ]
        return columns.flatMap { wordFaults($1, question.name, $0, own: question) }
            + wordFaults(question.choiceFilter, question.name, "choice_filter", filtering: question.kind.list)
    }

    /// - Parameters:
    ///   - own: the question that `.` is the answer to.
    ///   - list: the list of choices whose columns the expression reads.
    func wordFaults(
        _ expression: Expression?, _ name: String, _ column: String, own: Question? = nil,
        filtering list: String? = nil
    ) -> [FormFault] {
        guard let expression else { return [] }
        let words = expression.comparisons.flatMap { comparison in
            sentences(comparison.left, comparison.right, own, list)
                + sentences(comparison.right, comparison.left, own, list)
        }
        return words.map { FormFault(question: name, column: column, sentence: $0) }
    }

    private func sentences(
        _ side: Expression.Comparison.Side, _ other: Expression.Comparison.Side, _ own: Question?,
        _ list: String?
    ) -> [Sentence] {
        switch (side, other) {
        case (.answer(let name), .word(let word)):
            return sentences(word, of: question(name)?.kind.list)
        case (.own, .word(let word)):
            return sentences(word, of: own?.kind.list)
        case (.column(let column), .word(let word)):
            let known = values(of: column, in: list)
            guard !word.isEmpty, !known.isEmpty, !known.contains(word) else { return [] }
            return ["No choice has '\(word)' in the column `\(column)`; \(advice(word, known))"]
        case (.column(let column), .answer(let name)):
            guard let asked = question(name)?.kind.list, let choices = choices[asked] else { return [] }
            let known = Set(choices.map(\.name))
            return values(of: column, in: list).filter { !$0.isEmpty && !known.contains($0) }.sorted().map {
                "A choice has '\($0)' in the column `\(column)`, which is no choice of ${\(name)}; "
                    + "\(advice($0, known))"
            }
        default: return []
        }
    }

    /// A comparison with nothing asks whether there is an answer.
    private func sentences(_ word: String, of list: String?) -> [Sentence] {
        guard let list, let choices = choices[list] else { return [] }
        let known = Set(choices.map(\.name))
        return word.split(separator: " ").map(String.init).filter { !known.contains($0) }.map {
            "'\($0)' is no choice of the list `\(list)`; \(advice($0, known))"
        }
    }

    private func values(of column: String, in list: String?) -> Set<String> {
        let choices = list.flatMap { self.choices[$0] } ?? []
        return Set(choices.compactMap { column == "name" ? $0.name : $0.columns[column] })
    }

    private func advice(_ word: String, _ known: Set<String>) -> Sentence {
        word.nearest(in: known.sorted()).map { "did you mean '\($0)'?" }
            ?? "write one of \(known.sorted().map { "'\($0)'" }.joined(separator: ", "))"
    }
}
