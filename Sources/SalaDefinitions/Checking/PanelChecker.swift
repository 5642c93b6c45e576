import SalaEngine

/// Refuses rounds that ask or hide what cannot be asked or hidden.
struct PanelChecker {
    let folder: FolderReading
    let header: Header
    /// Nil when `form.yaml` could not be read.
    let form: Form?
    let workflow: Workflow
    let rounds: [Round]

    func check() {
        for round in rounds {
            checkProvince(round)
            checkChair(round)
            guard let blind = round.blind else { continue }
            checkHidden(blind, round)
            checkTelling(blind, round)
            checkPublic(round)
            checkCalculations(blind, round)
        }
    }

    private func checkProvince(_ round: Round) {
        guard round.conflicts.sameProvince, header.filing.by != .organisation else { return }
        folder.faults.add(
            folder.place("conflicts of \(round.name)", "same-province", else: PanelReader.file),
            "people file here, who lie in no province", "remove `same-province`")
    }

    private func checkChair(_ round: Round) {
        guard let role = header.roles.first(where: { $0.name == round.chair }) else { return }
        let place = folder.place("chair", round.name, else: PanelReader.file)
        guard role.name != round.judges else {
            folder.faults.add(
                place, "the role `\(role.name)` judges in the round", "name a role that does not judge in it")
            return
        }
        guard role.granting != .filing, role.sees == .filed || role.sees == .all else {
            folder.faults.add(
                place, "the role `\(role.name)` does not see what is judged",
                "name a role with `sees: filed`")
            return
        }
        guard role.may.contains(.readReviews) else {
            folder.faults.add(
                place, "the role `\(role.name)` may not read reviews, and so leads no round",
                "add `read-reviews` to its `may` in programme.yaml, or name another role")
            return
        }
    }

    private func checkHidden(_ blind: Blinding, _ round: Round) {
        let known = (form?.questions ?? []).map(\.name)
        for name in blind.hides where form != nil && !known.contains(name) {
            folder.faults.add(
                folder.place("hides of \(round.name)", name, else: PanelReader.file),
                "there is no question `\(name)`", Spelling.mend(name, among: known))
        }
    }

    /// What is made to hold an address or a number of somebody says who it is, unless judges do not read it.
    private func checkTelling(_ blind: Blinding, _ round: Round) {
        let hidden = Set(blind.hides).union(keptFromJudges(of: round))
        for question in form?.questions ?? [] where !hidden.contains(question.name) {
            guard !question.appearance.isDisjoint(with: ["tel", "email"]) else { continue }
            folder.faults.add(
                folder.place("blind", round.name, else: PanelReader.file),
                "the judges of the blind round read `\(question.name)`, which holds somebody's address",
                "write `\(question.name)` under `hides`, or keep it from the judges under `private` in "
                    + "programme.yaml")
        }
    }

    private func keptFromJudges(of round: Round) -> Set<String> {
        let readers = header.roles.filter { $0.may.contains(.readPrivate) }.map(\.name)
        return Set(
            header.privates.map(\.question).filter { !($0.readers ?? readers).contains(round.judges) }
                .map(\.name))
    }

    /// What is reckoned from a hidden answer tells of it.
    private func checkCalculations(_ blind: Blinding, _ round: Round) {
        for question in form?.questions ?? [] where !blind.hides.contains(question.name) {
            let told = (question.calculation?.references ?? []).intersection(blind.hides)
            guard let first = told.min() else { continue }
            folder.faults.add(
                folder.place("hides of \(round.name)", first, else: PanelReader.file),
                "`\(question.name)` is calculated from `\(first)`, which is hidden",
                "write `\(question.name)` under `hides` too")
        }
    }

    /// A public entry names who entered to everybody, judges among them.
    private func checkPublic(_ round: Round) {
        let names = Set(workflow.stages(of: round.name) + before(round))
        guard let stage = workflow.stages.first(where: { $0.isPublic && names.contains($0.name) }) else {
            return
        }
        folder.faults.add(
            folder.place("blind", round.name, else: PanelReader.file),
            "what is judged in `\(round.name)` is public from the stage `\(stage.name)`, "
                + "which says who entered",
            "remove `blind`, or `public: true` of that stage in workflow.yaml")
    }

    /// The stages from which something may still come to the round.
    private func before(_ round: Round) -> [String] {
        let own = Set(workflow.stages(of: round.name))
        return workflow.stages.map(\.name).filter { stage in
            !workflow.stages(beyond: workflow.actions(from: stage).map(\.name)).isDisjoint(with: own)
        }
    }
}
