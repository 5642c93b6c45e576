import SalaEngine
import SalaStore
import SalaThai

extension TimelineNextView {
    /// What comes next, and by when: the filer's side reads what the programme tells filers, everybody else
    /// whose turn it is.
    init?(_ site: Site, _ context: SalaContext, _ view: SubmissionView) {
        let dossier = view.dossier
        let submission = dossier.submission
        let text =
            dossier.isOwn && view.over == nil
            ? dossier.programme.texts.find("stage.\(submission.stage).next", context.visit.language)
            : Turn(site: site, context: context, view: view).words
        guard let text else { return nil }
        self.init(
            title: text,
            due: site.deadline(
                submission.due,
                closes: submission.filedAt == nil ? dossier.call.closes(for: submission.entrant) : nil,
                isOwn: dossier.isOwn,
                isOpen: dossier.programme.workflow.stage(submission.stage)?.isOpen == true, context))
    }
}

/// Whose turn it is, in the words of somebody who works on the submission.
private struct Turn {
    let site: Site
    let context: SalaContext
    let view: SubmissionView

    private var programme: Programme { view.dossier.programme }
    private var submission: Submission { view.dossier.submission }

    var words: String? {
        guard let stage = programme.workflow.stage(submission.stage) else { return nil }
        if stage.isFinal { return say("none") }
        if submission.held != nil { return say("release") }
        if let round = view.over {
            let words = [
                "round": programme.texts["round.\(round.name)", context.visit.language],
                "stage": programme.texts["stage.\(stage.name)", context.visit.language],
            ]
            return say("over", words)
        }
        if stage.isOpen { return others(programme.roles.filter { $0.granting == .filing }, "filer") }
        if let round = stage.round.flatMap(programme.round), !view.isReviewed(round) { return judging(round) }
        guard view.actions.isEmpty else {
            let isRanked = view.actions.allSatisfy(\.isHeld)
            return say(
                isRanked ? "yours-ranking" : "yours",
                ["actions": view.actions.map(label).joined(separator: ", ")])
        }
        let by = Set(programme.workflow.actions(from: stage.name).flatMap(\.by))
        return others(programme.roles.filter { $0.granting != .filing && by.contains($0.name) }, "others")
    }

    private func judging(_ round: Round) -> String? {
        let name = programme.texts["round.\(round.name)", context.visit.language]
        let own = view.dossier.actor.person.flatMap { submission.reviews[round.name]?[$0]?.state }
        if own == .assigned || own == .begun { return say("yours-review", ["round": name]) }
        return others(programme.roles.filter { $0.name == round.judges }, "judges", ["round": name])
    }

    private func others(_ roles: [Role], _ key: String, _ more: [String: String] = [:]) -> String? {
        let names = roles.map { programme.texts["role.\($0.name)", context.visit.language] }
        guard !names.isEmpty else { return nil }
        let list = names.joined(separator: " \(say("or")) ")
        return say(key, more.merging(["roles": list]) { own, _ in own })
    }

    private func label(_ action: Action) -> String {
        programme.texts["action.\(action.name)", context.visit.language]
    }

    private func say(_ key: String, _ values: [String: String] = [:]) -> String {
        site.say("timeline.turn.\(key)", context, values)
    }
}

extension SubmissionView {
    /// All reviews of the round are in, as far as the reader may know.
    func isReviewed(_ round: Round) -> Bool {
        let final = dossier.submission.reviews[round.name, default: [:]].values.count { $0.state == .final }
        return dossier.actor.may(.readReviews, in: dossier.programme) && final >= round.reviews
    }
}
