import SalaEngine

/// Refuses clocks that cannot run out, and actions of the clock that time cannot take.
struct ClockChecker {
    let folder: FolderReading
    let workflow: Workflow

    func check() {
        workflow.stages.forEach(checkStage)
        workflow.actions.forEach(checkAction)
    }

    private func fault(_ kind: String, _ name: String, _ what: Sentence, _ mend: Sentence) {
        folder.faults.add(folder.place(kind, name, else: WorkflowReader.file), what, mend)
    }

    private func checkStage(_ stage: Stage) {
        guard let clock = stage.clock else { return }
        if case .action(let name) = clock.then, let action = workflow.action(name) {
            if !action.by.contains(Action.clockRole) {
                fault(
                    "stage", stage.name,
                    "the clock of `\(stage.name)` takes `\(name)`, which is not by the clock",
                    "write `by: [clock]` in the action `\(name)`")
            }
            if !action.from.contains(stage.name) {
                fault(
                    "stage", stage.name,
                    "the clock of `\(stage.name)` takes `\(name)`, which does not start there",
                    "write `from: \(stage.name)` in the action `\(name)`")
            }
        }
        if case .remind = clock.then, !folder.hasLetter(Submission.reminder) {
            fault(
                "stage", stage.name,
                "the clock of `\(stage.name)` reminds, but there is no letter `reminder`",
                "write letters/reminder in each language")
        }
        if case .untilAnswer(let question) = clock.within { checkUntil(stage, question) }
        if stage.name == workflow.first.name {
            fault(
                "stage", stage.name, "the clock of the first stage `\(stage.name)` never starts",
                "remove it: a clock starts when an action leads to its stage")
        }
    }

    private func checkUntil(_ stage: Stage, _ question: String) {
        for action in workflow.actions where action.to == stage.name {
            let asked = action.asks?.question(question)
            guard asked?.kind != .date || asked?.required == nil else { continue }
            fault(
                "action", action.name,
                "`\(action.name)` leads to `\(stage.name)`, whose clock runs until the answer `\(question)`",
                "ask `\(question)` in the action's form, with the type date and `required: yes`")
        }
    }

    private func checkAction(_ action: Action) {
        let clocked = workflow.stages.contains { $0.clock?.then == .action(action.name) }
        guard action.by.contains(Action.clockRole) else { return }
        if !clocked {
            fault(
                "action", action.name, "`\(action.name)` is by the clock, but no stage's clock takes it",
                "write `then: \(action.name)` in a stage's clock, or take `clock` out of `by`")
        }
        if action.asks?.questions.contains(where: { $0.required != nil }) == true {
            fault(
                "action", action.name,
                "`\(action.name)` is by the clock and asks what only people can answer",
                "remove `asks`, or give the clock an action of its own")
        }
        if action.when.contains(.beforeDue) {
            fault(
                "action", action.name, "`\(action.name)` is by the clock, which acts only after the due time",
                "remove `before-due`")
        }
    }
}

extension FolderReading {
    /// Whether the folder has a letter of that name in some language.
    func hasLetter(_ name: String) -> Bool {
        Language.allCases.contains { has(LetterReader.file(name, $0)) }
    }
}
