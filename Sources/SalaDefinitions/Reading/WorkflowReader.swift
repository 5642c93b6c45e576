import SalaEngine

/// Reads `workflow.yaml` and the small forms that its actions ask.
struct WorkflowReader {
    static let file = "workflow.yaml"
    private static let actionKeys = [
        "by", "from", "to", "when", "asks", "letter", "files", "bulk", "held",
    ]

    let folder: FolderReading
    /// Nil when `programme.yaml` could not be read.
    let roles: [String]?
    /// Nil when `panel.yaml` could not be read.
    let rounds: [String]?
    /// The names of the letters in the folder.
    let letters: [String]
    /// Whether a text exists under the key.
    let hasText: (String) -> Bool

    /// The workflow as far as it can be read; its graph is checked elsewhere.
    func read() -> Workflow? {
        guard let root = folder.yaml(WorkflowReader.file, purpose: "the stages and the actions"),
            let record = root.record(["stages", "actions"], required: ["stages", "actions"])
        else { return nil }
        let stageFields = record["stages"]?.fields() ?? []
        let actionFields = record["actions"]?.fields() ?? []
        let names = actionFields.map(\.name)
        let stages = stageFields.map { stage($0, actions: names) }
        var forms: [String: Form] = [:]
        let actions = actionFields.map { action($0, stages: stages.map(\.name), &forms) }
        guard !stages.isEmpty, !actions.isEmpty else { return nil }
        return Workflow(stages: stages, actions: actions)
    }

    private func stage(_ field: Field, actions: [String]) -> Stage {
        folder.demandKebab(field, "stage")
        folder.note("stage", field.name, at: field.place)
        var stage = Stage(
            name: field.name, isOpen: false, isFinal: false, isPublic: false, round: nil, clock: nil)
        let keys = ["open", "final", "public", "withdrawn", "panel", "clock"]
        guard let record = field.value.record(keys) else { return stage }
        stage.isOpen = record.flag("open")
        stage.isFinal = record.flag("final")
        stage.isPublic = record.flag("public")
        stage.isWithdrawn = record.flag("withdrawn")
        stage.round = record["panel"].flatMap { folder.demand($0, "round of judging", among: rounds) }
        stage.clock = record["clock"].flatMap { clock($0, actions) }
        if stage.isFinal, stage.isOpen || stage.round != nil || stage.clock != nil {
            field.value.fault(
                "the stage `\(field.name)` is final, yet something is to happen there",
                "remove `final`, or remove `open`, `panel` and `clock`")
        }
        if stage.isWithdrawn, !stage.isFinal || stage.isPublic {
            field.value.fault(
                "the stage `\(field.name)` is withdrawn, yet it goes on or is public",
                "write `{ final: true, withdrawn: true }`")
        }
        return stage
    }

    private func clock(_ entry: Entry, _ actions: [String]) -> Clock? {
        guard let record = entry.record(["within", "until", "then"], required: ["then"]) else { return nil }
        let consequence: Clock.Consequence? = record["then"].flatMap { then in
            if then.scalar == "remind" { return .remind }
            return folder.demand(then, "action", among: ["remind"] + actions).map(Clock.Consequence.action)
        }
        switch (record["within"], record["until"]) {
        case (let within?, nil):
            guard let days = workingDays(within), let consequence else { return nil }
            return Clock(within: .workingDays(days), then: consequence)
        case (nil, let until?):
            guard let question = until.text(), let consequence else { return nil }
            return Clock(within: .untilAnswer(question), then: consequence)
        default:
            entry.fault(
                "the clock does not say how long the stage may take",
                "write `within: 5 working days`, or `until:` and a question of the action that leads here"
            )
            return nil
        }
    }

    private func workingDays(_ entry: Entry) -> Int? {
        let words = (entry.text() ?? "").split(separator: " ")
        if words.count == 3, words[1] == "working", words[2] == "days" || words[2] == "day",
            let days = Int(words[0]), (1...1000).contains(days)
        {
            return days
        }
        entry.fault("`\(entry.path)` is no number of working days", "write it such as `5 working days`")
        return nil
    }

    private func action(_ field: Field, stages: [String], _ forms: inout [String: Form]) -> Action {
        folder.demandKebab(field, "action")
        folder.note("action", field.name, at: field.place)
        var action = Action(
            name: field.name, by: [], from: [], to: "", when: [], asks: nil, letter: nil, files: false,
            isBulk: false, isHeld: false)
        let required = ["by", "from", "to"]
        guard let record = field.value.record(WorkflowReader.actionKeys, required: required) else {
            return action
        }
        let known = roles.map { $0 + [Action.clockRole] }
        action.by = (record["by"]?.words() ?? []).compactMap { folder.demand($0, "role", among: known) }
        action.from = (record["from"]?.words() ?? []).compactMap { folder.demand($0, "stage", among: stages) }
        action.to = record["to"].flatMap { folder.demand($0, "stage", among: stages) } ?? ""
        action.when = (record["when"]?.words() ?? []).compactMap { $0.choice(Guard.self) }
        action.asks = record["asks"].flatMap { asked($0, &forms) }
        action.letter = record["letter"].flatMap { folder.demand($0, "letter", among: letters) }
        action.files = record.flag("files")
        action.isBulk = record.flag("bulk")
        action.isHeld = record.flag("held")
        return action
    }

    private func asked(_ entry: Entry, _ forms: inout [String: Form]) -> Form? {
        guard let file = entry.text() else { return nil }
        let stem = String(file.dropLast(5))
        guard file.hasSuffix(".yaml"), Names.isKebab(stem) else {
            entry.fault(
                "`\(file)` cannot be the file of a form", "write a name such as `return-reason.yaml`")
            return nil
        }
        guard folder.has(file) else {
            let files = folder.files.files.keys.filter { $0.hasSuffix(".yaml") && !$0.contains("/") }
            let near = Spelling.nearest(file, among: files.sorted())
            entry.fault(
                "there is no file `\(file)`",
                near.map { "write `\($0)`, or write that file with a `survey:` beside workflow.yaml" }
                    ?? "write that file with a `survey:` beside workflow.yaml")
            return nil
        }
        if let form = forms[file] { return form }
        let reader = FormReader(
            folder: folder, file: file, texts: "asks.\(stem)", impliedPage: stem,
            hasHint: { hasText("asks.\(stem).\($0).hint") })
        forms[file] = reader.read(purpose: "what the action asks")
        return forms[file]
    }
}
