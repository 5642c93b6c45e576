import SalaEngine

/// Reads a survey and its lists of choices, in XLSForm's own columns, into a form.
struct FormReader {
    let folder: FolderReading
    let file: String
    /// What the keys of its texts begin with: `form`, or `asks.FILE`.
    let texts: String
    /// The one page of a form that an action asks; nil for the form itself, whose outermost groups are pages.
    let impliedPage: String?
    /// Whether a hint was written for the question.
    let hasHint: (String) -> Bool

    /// The form as far as it can be read.
    func read(purpose: Sentence) -> Form? {
        guard let root = folder.yaml(file, purpose: purpose),
            let record = root.record(["survey", "choices"], required: ["survey"])
        else { return nil }
        let choices = record["choices"].map(readChoices) ?? [:]
        let pages = readPages(record["survey"]?.items() ?? [])
        if pages.allSatisfy(\.questions.isEmpty) {
            root.fault("the survey asks nothing", "write at least one question")
        }
        let form = Form(pages: pages, choices: choices)
        if folder.isChecking { refuseFaults(of: form) }
        return form
    }

    /// What the engine says against the form, at the column it speaks of; names were looked at row by row,
    /// but for those that a page of the form has taken itself.
    private func refuseFaults(of form: Form) {
        for question in form.questions where SentAlong.isBesideQuestions(question.name) {
            folder.faults.add(
                folder.place("column of \(file)", "\(question.name) name", else: file),
                "`\(question.name)` is what pages call a field of their own, so that no question can",
                "give the question another name, such as `asked_\(question.name)`")
        }
        for fault in form.faults() where !["name", "choices"].contains(fault.column) {
            let row = folder.place("question of \(file)", fault.question, else: file)
            let place = folder.place("column of \(file)", "\(fault.question) \(fault.column)", else: file)
            let stands = place.line == nil ? row : place
            folder.faults.add(
                DefinitionFault(
                    file: stands.file, line: stands.line, words: "`\(fault.question)`: \(fault.sentence)"))
        }
    }

    private func readChoices(_ entry: Entry) -> [String: [Choice]] {
        var lists: [String: [Choice]] = [:]
        for field in entry.fields() ?? [] {
            folder.note("list of \(file)", field.name, at: field.place)
            if !Names.isXLSForm(field.name) {
                entry.faults.add(
                    field.place, "`\(field.name)` cannot be the name of a list of choices",
                    "use letters, digits and `_`, such as `yes_no`")
            }
            let choices = (field.value.items() ?? []).compactMap(readChoice)
            for name in Set(choices.map(\.name)) where choices.count(where: { $0.name == name }) > 1 {
                field.value.fault("`\(name)` stands twice in the list `\(field.name)`", "keep one of the two")
            }
            if choices.isEmpty {
                field.value.fault(
                    "the list `\(field.name)` is empty", "write at least one choice, such as `- yes`")
            }
            lists[field.name] = choices
        }
        return lists
    }

    /// A choice is a word, or a map of its name and further columns.
    private func readChoice(_ entry: Entry) -> Choice? {
        var columns: [String: String] = [:]
        if let word = entry.scalar {
            columns["name"] = word
        } else {
            for field in entry.fields() ?? [] {
                columns[field.name] = field.value.text()
            }
        }
        guard let name = columns.removeValue(forKey: "name") else {
            entry.fault("the choice has no name", "write `name:` and a word such as `health`")
            return nil
        }
        if !Names.isChoice(name) {
            entry.fault(
                "`\(name)` cannot be the name of a choice", "use letters, digits, `_` and `-`, without spaces"
            )
        }
        return Choice(name: name, columns: columns)
    }

    private func readPages(_ rows: [Entry]) -> [Page] {
        var pages = impliedPage.map { [Page(name: $0, relevant: nil, questions: [])] } ?? []
        var open: [(group: Group, entry: Entry)] = []
        var names: Set<String> = []
        for entry in rows {
            guard let row = SurveyRow(entry, texts: texts) else { continue }
            if row.kind != .endGroup {
                note(row, entry)
                if !names.insert(row.name).inserted {
                    entry.fault(
                        "the name `\(row.name)` is taken by an earlier row", "give the row another name")
                }
            }
            switch row.kind {
            case .endGroup:
                if open.popLast() == nil {
                    entry.fault(
                        "the group that ends here was never begun", "remove the row, or begin a group above")
                }
            case .beginGroup:
                let group = readGroup(row)
                if impliedPage == nil, open.isEmpty {
                    pages.append(Page(name: group.name, relevant: group.relevant, questions: []))
                }
                open.append((group, entry))
            case .question(let kind):
                guard impliedPage != nil || !open.isEmpty else {
                    entry.fault(
                        "the question `\(row.name)` stands outside a page",
                        "put it between begin_group and end_group")
                    continue
                }
                let inner = impliedPage == nil ? open.dropFirst() : open[...]
                let question = QuestionReader(folder: folder, row: row, kind: kind)
                    .read(groups: inner.map(\.group), hasHint: hasHint(row.name))
                pages[pages.count - 1].questions.append(question)
            }
        }
        for (group, entry) in open {
            entry.fault(
                "the group `\(group.name)` never ends", "write a row `- { type: end_group }` after it")
        }
        return pages
    }

    private func note(_ row: SurveyRow, _ entry: Entry) {
        folder.note("question of \(file)", row.name, at: entry.place)
        for column in SurveyRow.columns {
            guard let cell = row.record[column] else { continue }
            folder.note("column of \(file)", "\(row.name) \(column)", at: cell.place)
        }
    }

    private func readGroup(_ row: SurveyRow) -> Group {
        for column in SurveyRow.columns.dropFirst(2) where column != "relevant" && column != "appearance" {
            row.record[column]?.fault("a group has no `\(column)`", "remove it, or write it in the questions")
        }
        return Group(name: row.name, relevant: row.record["relevant"]?.expression())
    }
}

extension Entry {
    /// An expression of XLSForm's language; a fault when it is none, and `true()` in its place, so that what
    /// else is known of the question stays known.
    func expression() -> Expression? {
        guard let source = text() else { return nil }
        do {
            return try Expression(source)
        } catch {
            fault("`\(source)` is no expression of XLSForm", error.sentence)
            return try? Expression("true()")
        }
    }
}
