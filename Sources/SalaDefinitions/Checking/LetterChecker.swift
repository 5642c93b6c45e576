import SalaEngine

/// Refuses letters that nobody sends, and tags that nothing would fill.
struct LetterChecker {
    let folder: FolderReading
    let letters: [LetterDefinition]
    let workflow: Workflow
    let languages: [Language]

    func check() {
        for letter in letters {
            let senders = workflow.actions.filter { $0.letter == letter.name }
            let reminds =
                letter.name == Submission.reminder && workflow.stages.contains { $0.clock?.then == .remind }
            if senders.isEmpty, !reminds, let language = languages.first {
                folder.faults.add(
                    Place(file: LetterReader.file(letter.name, language), line: nil),
                    "no action sends the letter `\(letter.name)`",
                    "write `letter: \(letter.name)` in an action, or remove the letter's files")
            }
            for language in languages {
                check(letter, language, senders, reminds: reminds)
            }
        }
    }

    private func check(_ letter: LetterDefinition, _ language: Language, _ senders: [Action], reminds: Bool) {
        let text = (letter.subject[language] ?? "") + "\n\n" + (letter.body[language] ?? "")
        let file = LetterReader.file(letter.name, language)
        let fields = known(senders, reminds: reminds)
        var open: [LetterTag] = []
        for tag in LetterTag.tags(in: text) {
            let place = Place(file: file, line: tag.line)
            switch tag.kind {
            case .foreign:
                folder.faults.add(
                    place, "letters have no tag `{{\(tag.name)}}`",
                    "write `{{name}}`, or a section `{{#name}} ... {{/name}}`")
            case .sectionEnd:
                if open.popLast()?.name != tag.name {
                    folder.faults.add(
                        place, "the section `\(tag.name)` ends here but did not begin last",
                        "end the sections in the reverse order of their beginnings")
                }
            case .sectionStart, .value:
                check(tag, place, fields)
                if tag.kind == .sectionStart { open.append(tag) }
            }
        }
        for tag in open {
            folder.faults.add(
                Place(file: file, line: tag.line), "the section `\(tag.name)` never ends",
                "write `{{/\(tag.name)}}` where it ends")
        }
    }

    private func check(_ tag: LetterTag, _ place: Place, _ fields: [String]) {
        if tag.name == "." {
            guard tag.sections.isEmpty else { return }
            folder.faults.add(
                place, "`{{.}}` stands outside a section", "write it inside `{{#comments}} ... {{/comments}}`"
            )
        } else if !fields.contains(tag.name) {
            folder.faults.add(
                place, "the letter names the unknown field `\(tag.name)`",
                Spelling.mend(tag.name, among: fields))
        } else if tag.name == LetterField.comments.rawValue, tag.kind == .value {
            folder.faults.add(
                place, "the comments are several", "write `{{#comments}}{{.}}{{/comments}}`")
        }
    }

    /// What is filled whichever action sends the letter.
    private func known(_ senders: [Action], reminds: Bool) -> [String] {
        let asked = senders.map { Set($0.asks?.questions.map(\.name) ?? []) } + (reminds ? [[]] : [])
        let common = asked.dropFirst().reduce(asked.first ?? []) { $0.intersection($1) }
        let hasDue = senders.allSatisfy { workflow.stage($0.to)?.clock != nil }
        let fields = LetterField.allCases.filter { field in
            switch field {
            case .reason: common.contains(field.rawValue)
            case .due: hasDue
            default: true
            }
        }
        return fields.map(\.rawValue) + common.sorted().map { LetterField.inputPrefix + $0 }
    }
}
