extension Form {
    /// The faults of one question: its expressions, its list of choices, its parameters, its default.
    func questionFaults(_ question: Question) -> [FormFault] {
        let sentences =
            kindFaults(question) + parameterFaults(question)
            + [standardFault(question)].compactMap { $0.map { ("default", $0) } }
        return expressionFaults(question)
            + sentences.map { FormFault(question: question.name, column: $0.0, sentence: $0.1) }
    }

    private func kindFaults(_ question: Question) -> [(String, Sentence)] {
        var faults: [(String, Sentence)] = []
        if let list = question.kind.list {
            if choices[list] == nil {
                let advice: Sentence =
                    list.nearest(in: choices.keys).map { "did you mean `\($0)`?" } ?? "add the list"
                faults.append(("type", "There is no list of choices `\(list)`; \(advice)"))
            } else if choices[list]?.isEmpty == true {
                faults.append(("type", "The list of choices `\(list)` is empty; add choices to it"))
            }
        } else if question.choiceFilter != nil {
            faults.append(("choice_filter", "Only select questions have choices to filter; leave it out"))
        }
        if question.kind == .calculate, question.calculation == nil {
            faults.append(("calculation", "A calculate question needs a calculation; write an expression"))
        }
        if question.required != nil, [.note, .calculate].contains(question.kind) {
            faults.append(
                ("required", "Nobody answers a \(String(describing: question.kind)) question; leave it out"))
        }
        return faults
    }

    private func parameterFaults(_ question: Question) -> [(String, Sentence)] {
        ["max-files", "max-length", "max-size"].compactMap { name in
            guard let value = question.parameters[name], (Int(value) ?? 0) < 1 else { return nil }
            return ("parameters", "`\(name)` is '\(value)'; write a whole number from 1")
        }
    }

    private func standardFault(_ question: Question) -> Sentence? {
        guard let standard = question.standard else { return nil }
        if standard.contains("${") || ["today()", "now()"].contains(standard) {
            return "A default is a plain value; write the expression as a calculation"
        }
        guard let answer = question.standardAnswer else {
            return question.isTyped
                ? nil : "A \(String(describing: question.kind)) question is not typed; leave its default out"
        }
        if let list = question.kind.list, let known = choices[list] {
            let missing = answer.items.first { item in !known.contains { $0.name == item } }
            return missing.map { "`\($0)` is not a choice of `\(list)`; write one of its names" }
        }
        let isReadable = question.canonical(answer.string) == answer.string
        return isReadable
            ? nil : "'\(standard)' is not of the question's type; write it as people would type it"
    }
}
