extension Form {
    /// The faults of the page's own relevance and of the groups inside it.
    func expressionFaults(_ page: Page) -> [FormFault] {
        var seen: Set<String> = []
        let groups = page.questions.flatMap(\.groups).filter { seen.insert($0.name).inserted }
        return faults(page.relevant, page.name, "relevant") + wordFaults(page.relevant, page.name, "relevant")
            + groups.flatMap {
                faults($0.relevant, $0.name, "relevant") + wordFaults($0.relevant, $0.name, "relevant")
            }
    }

    /// The faults of the question's expressions.
    func expressionFaults(_ question: Question) -> [FormFault] {
        let name = question.name
        var faults = faults(question.relevant, name, "relevant")
        faults += self.faults(question.required, name, "required")
        faults += self.faults(question.constraint, name, "constraint", ownAnswer: true)
        faults += self.faults(question.calculation, name, "calculation")
        if let list = question.kind.list {
            let columns = Set(choices[list, default: []].flatMap(\.columns.keys)).union(["name"])
            faults += self.faults(question.choiceFilter, name, "choice_filter", columns: columns)
        }
        return faults + wordFaults(question)
    }

    private func faults(
        _ expression: Expression?, _ name: String, _ column: String, columns: Set<String> = [],
        ownAnswer: Bool = false
    ) -> [FormFault] {
        guard let expression else { return [] }
        let known = Set(questions.map(\.name))
        var sentences = expression.references.subtracting(known).sorted().map { missing -> Sentence in
            let advice: Sentence? = missing.nearest(in: known.sorted()).map { "did you mean ${\($0)}?" }
            return "${\(missing)} is not a question of this form; \(advice ?? "write a question's name")"
        }
        sentences += expression.columns.subtracting(columns).sorted().map { missing in
            column == "choice_filter"
                ? "No choice of the list has the column `\(missing)`; add it, or write ${\(missing)}"
                : "`\(missing)` means nothing; write ${\(missing)}, or '\(missing)' for a text, or true()"
        }
        if expression.mentionsOwnAnswer, !ownAnswer {
            sentences.append("`.` is the question's own answer and has no meaning here; write ${name}")
        }
        return sentences.map { FormFault(question: name, column: column, sentence: $0) }
    }
}

extension Question.Kind {
    /// The list of choices of a select question.
    var list: String? {
        switch self {
        case .selectOne(let list), .selectMultiple(let list): list
        case .text, .integer, .decimal, .date, .file, .image, .note, .calculate: nil
        }
    }
}
