import SalaEngine

/// Reads the columns of one question and refuses those that its type cannot have.
struct QuestionReader {
    private static let appearances = [
        "multiline", "minimal", "likert", "horizontal", "numbers", "thousands-sep", "url", "email", "tel",
    ]
    private static let accepted = ["pdf", "docx", "xlsx", "pptx", "odt"]

    let folder: FolderReading
    let row: SurveyRow
    let kind: Question.Kind

    func read(groups: [Group], hasHint: Bool) -> Question {
        let record = row.record
        demandColumns()
        return Question(
            name: row.name, kind: kind, required: record["required"]?.condition(),
            relevant: record["relevant"]?.expression(), constraint: record["constraint"]?.expression(),
            choiceFilter: record["choice_filter"]?.expression(),
            calculation: record["calculation"]?.expression(),
            standard: record["default"]?.text(), isReadOnly: record.flag("readonly"),
            appearance: appearance(),
            parameters: parameters(), hasHint: hasHint, groups: groups)
    }

    private var isUpload: Bool { kind == .file || kind == .image }
    private var isAsked: Bool { kind != .note && kind != .calculate }

    private var isSelect: Bool {
        switch kind {
        case .selectOne, .selectMultiple: true
        default: false
        }
    }

    private func demandColumns() {
        func refuse(_ column: String, unless fits: Bool, _ mend: Sentence) {
            guard !fits else { return }
            row.record[column]?.fault("the question `\(row.name)` cannot have `\(column)`", mend)
        }
        refuse("parameters", unless: isUpload || kind == .text, "only text, file and image have parameters")
        refuse("constraint", unless: isAsked && !isUpload, "only questions that are typed or chosen have it")
        refuse(
            "calculation", unless: kind == .calculate || (isAsked && !isSelect && !isUpload),
            "write the reckoning in a row of the type calculate")
    }

    private func appearance() -> Set<String> {
        guard let entry = row.record["appearance"], let text = entry.text() else { return [] }
        let words = text.split(separator: " ").map(String.init)
        for word in words where !QuestionReader.appearances.contains(word) {
            entry.fault(
                "there is no appearance `\(word)`", Spelling.mend(word, among: QuestionReader.appearances))
        }
        return Set(words)
    }

    /// XLSForm writes parameters as `key=value` pairs with spaces between.
    private func parameters() -> [String: String] {
        guard let entry = row.record["parameters"], let text = entry.text() else { return [:] }
        let known = isUpload ? ["max-files", "max-size", "accept"] : ["max-length"]
        var found: [String: String] = [:]
        for pair in text.split(separator: " ") {
            let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, known.contains(parts[0]) else {
                entry.fault(
                    "there is no parameter `\(pair)`",
                    "\(Spelling.mend(parts.first ?? "", among: known)) with `=` and a value")
                continue
            }
            demandParameter(entry, parts[0], parts[1])
            found[parts[0]] = parts[1]
        }
        return found
    }

    private func demandParameter(_ entry: Entry, _ key: String, _ value: String) {
        let limits = [
            "max-files": 1...20, "max-size": 1...Attachment.maximumMebibytes, "max-length": 1...100_000,
        ]
        if let range = limits[key] {
            if !(Int(value).map(range.contains) ?? false) {
                entry.fault(
                    "`\(key)` cannot be `\(value)`",
                    "write a number from \(range.lowerBound) to \(range.upperBound)")
            }
            return
        }
        for word in value.split(separator: ",").map(String.init) where !QuestionReader.accepted.contains(word)
        {
            entry.fault(
                "files of the kind `\(word)` are not taken",
                Spelling.mend(word, among: QuestionReader.accepted))
        }
    }
}

extension Entry {
    /// XLSForm's yes, no, or an expression; no is nil.
    func condition() -> Expression? {
        switch scalar {
        case "yes", "true", "true()": return try? Expression("true()")
        case "no", "false", "false()": return nil
        default: return expression()
        }
    }
}
