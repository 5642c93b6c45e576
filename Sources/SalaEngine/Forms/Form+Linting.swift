extension Form {
    /// Everything for which a reader of definitions must refuse the form; empty if it can be run.
    public func faults() -> [FormFault] {
        nameFaults() + choiceFaults() + pages.flatMap(expressionFaults) + questions.flatMap(questionFaults)
            + circleFaults()
    }

    private func nameFaults() -> [FormFault] {
        var faults: [FormFault] = []
        var seen: Set<String> = []
        for page in pages {
            faults += misnamed(page.name)
            if !seen.insert(page.name).inserted { faults.append(twice(page.name, "page")) }
        }
        seen = []
        let groups = questions.flatMap(\.groups).map(\.name).filter { seen.insert($0).inserted }
        faults += groups.flatMap(misnamed)
        seen = []
        for question in questions {
            faults += misnamed(question.name)
            if !seen.insert(question.name).inserted { faults.append(twice(question.name, "question")) }
        }
        return faults
    }

    private func misnamed(_ name: String) -> [FormFault] {
        if name.isFormName { return [] }
        let rule: Sentence = "write a letter or `_`, then letters, digits, `-`, `_` and `.`, without spaces"
        return [FormFault(question: name, column: "name", sentence: "`\(name)` is not a name; \(rule)")]
    }

    private func twice(_ name: String, _ what: Sentence) -> FormFault {
        let sentence: Sentence = "A \(what) before it is called `\(name)` too; give each a name of its own"
        return FormFault(question: name, column: "name", sentence: sentence)
    }

    private func choiceFaults() -> [FormFault] {
        choices.sorted { $0.key < $1.key }.flatMap { list, choices in
            var seen: Set<String> = []
            return choices.compactMap { choice -> FormFault? in
                let hasSpace = choice.name.unicodeScalars.contains(where: \.properties.isWhitespace)
                let isNew = seen.insert(choice.name).inserted
                if isNew, !hasSpace, !choice.name.isEmpty { return nil }
                let sentence: Sentence =
                    isNew
                    ? "A choice of `\(list)` is named '\(choice.name)'; write a name without spaces"
                    : "`\(list)` has the choice `\(choice.name)` twice; remove one"
                return FormFault(question: list, column: "choices", sentence: sentence)
            }
        }
    }

    private func circleFaults() -> [FormFault] {
        dependencies.circles.map { circle in
            let first = question(circle[0])
            let next = circle[1]
            let isCalculated = first?.calculation?.references.contains(next) == true
            let path = circle.map { "`\($0)`" }.joined(separator: " → ")
            return FormFault(
                question: circle[0], column: isCalculated ? "calculation" : "relevant",
                sentence: "Relevance and calculation go in a circle: \(path); take one of them out")
        }
    }
}
