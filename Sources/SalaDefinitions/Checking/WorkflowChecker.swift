import SalaEngine

/// Refuses a workflow whose graph cannot be walked, or that nobody can walk.
struct WorkflowChecker {
    let folder: FolderReading
    let workflow: Workflow
    /// Nil when `programme.yaml` could not be read.
    let header: Header?
    /// Nil when `panel.yaml` could not be read.
    let rounds: [Round]?
    let hasRegister: Bool

    func check() {
        checkBeginning()
        checkReaching()
        checkLeaving()
        checkJudging()
        checkFiling()
        checkPublic()
        workflow.actions.forEach(checkActors)
        workflow.actions.forEach(checkGuards)
        ClockChecker(folder: folder, workflow: workflow).check()
        rounds?.forEach(checkRound)
    }

    private func fault(_ kind: String, _ name: String, _ what: Sentence, _ mend: Sentence) {
        folder.faults.add(folder.place(kind, name, else: WorkflowReader.file), what, mend)
    }

    private func checkBeginning() {
        let first = workflow.first
        if !first.isOpen {
            fault(
                "stage", first.name,
                "submissions start in the first stage `\(first.name)`, which is not open",
                "write `open: true`, or put the stage where people write first")
        }
    }

    private func checkReaching() {
        var reached: Set = [workflow.first.name]
        var waiting = [workflow.first.name]
        while let stage = waiting.popLast() {
            for action in workflow.actions(from: stage) where reached.insert(action.to).inserted {
                waiting.append(action.to)
            }
        }
        for stage in workflow.stages where !reached.contains(stage.name) {
            fault(
                "stage", stage.name, "no way leads to the stage `\(stage.name)`",
                "remove it, or write an action `to: \(stage.name)` from a stage that is reached")
        }
    }

    private func checkJudging() {
        for stage in workflow.stages where stage.isOpen && stage.round != nil {
            fault(
                "stage", stage.name,
                "the stage `\(stage.name)` is open while it is judged: answers would change under the judges",
                "remove `open`, or put `panel` into a stage of its own")
        }
    }

    private func checkLeaving() {
        for stage in workflow.stages where !stage.isFinal && workflow.actions(from: stage.name).isEmpty {
            fault(
                "stage", stage.name, "no way leads out of the stage `\(stage.name)`, which is not final",
                "write `final: true`, or an action `from: \(stage.name)`")
        }
    }

    private func checkFiling() {
        guard !workflow.actions.contains(where: \.files) else { return }
        folder.faults.add(
            Place(file: WorkflowReader.file, line: nil),
            "no action files a submission, so that none gets a number",
            "write `files: true` in the action with which people hand in")
    }

    private func checkPublic() {
        let publics = workflow.stages.filter(\.isPublic)
        if let first = publics.first, !hasRegister {
            fault(
                "stage", first.name, "the stage `\(first.name)` is public, but nothing says what may be seen",
                "write \(RegisterReader.file), or remove `public`")
        }
        if publics.isEmpty, hasRegister {
            folder.faults.add(
                Place(file: RegisterReader.file, line: nil),
                "no stage is public, so that the register stays empty",
                "write `public: true` in a stage, or remove the file")
        }
    }

    private func checkActors(_ action: Action) {
        guard let header else { return }
        if action.by.isEmpty || action.from.isEmpty {
            fault(
                "action", action.name, "nobody can ever take the action `\(action.name)`",
                "name at least one role under `by` and one stage under `from`")
            return
        }
        guard action.isHeld else { return }
        let roles = header.roles.filter { action.by.contains($0.name) }
        for role in roles where !role.may.contains(.select) {
            fault(
                "action", action.name,
                "`\(action.name)` is held, and the role `\(role.name)` may not hold decisions",
                "give the role `may: [select]`, or take it out of `by`")
        }
        if action.files {
            fault(
                "action", action.name, "`\(action.name)` is held, and what files takes effect at once",
                "remove `held`, or remove `files`")
        }
        if action.isBulk {
            fault(
                "action", action.name,
                "`\(action.name)` is held, and what is done in bulk takes effect at once",
                "remove `bulk`: what is held is selected together, in the ranking; or remove `held`")
        }
        if action.by.contains(Action.clockRole) {
            fault(
                "action", action.name, "`\(action.name)` is held, which the clock cannot do",
                "remove `held`, or take `clock` out of `by`")
        }
    }

    private func checkGuards(_ action: Action) {
        for name in action.from {
            guard let stage = workflow.stage(name) else { continue }
            if action.when.contains(.beforeDue), stage.clock == nil {
                fault(
                    "action", action.name,
                    "`\(action.name)` waits for before-due, but `\(name)` has no clock",
                    "remove `before-due`, or write a `clock` in the stage")
            }
            if action.when.contains(.reviewsComplete), stage.round == nil {
                fault(
                    "action", action.name,
                    "`\(action.name)` waits for reviews-complete, but nobody judges in `\(name)`",
                    "remove `reviews-complete`, or write `panel:` in the stage")
            }
        }
    }

    private func checkRound(_ round: Round) {
        let stages = workflow.stages(of: round.name)
        if stages.isEmpty {
            folder.faults.add(
                folder.place("round", round.name, else: PanelReader.file),
                "no stage has the round `\(round.name)`",
                "write `panel: \(round.name)` in a stage, or remove the round")
        }
        let wanted = [("selected", round.selection.selected), ("others", round.selection.others ?? "")]
        for (key, name) in wanted where !name.isEmpty {
            let path = "rounds.\(round.name).select.\(key)"
            let place = folder.place("selection", path, else: PanelReader.file)
            guard let action = workflow.action(name) else {
                let known = workflow.actions.filter(\.isHeld).map(\.name)
                folder.faults.add(place, "there is no action `\(name)`", Spelling.mend(name, among: known))
                continue
            }
            if !action.isHeld {
                folder.faults.add(
                    place, "the action `\(name)` is not held, so that a ranking cannot prepare it",
                    "write `held: true` in the action, or name one that is held")
            }
            if !stages.isEmpty, Set(stages).isDisjoint(with: action.from) {
                folder.faults.add(
                    place, "the action `\(name)` does not lead out of a stage with the round `\(round.name)`",
                    "write `from: \(stages[0])` in the action, or name another")
            }
        }
    }
}
