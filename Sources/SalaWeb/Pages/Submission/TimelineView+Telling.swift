import SalaEngine
import SalaStore
import SalaThai

extension TimelineView {
    /// What happened to a submission, as far as the person may see it, and what comes next.
    init(_ site: Site, _ context: SalaContext, _ view: SubmissionView) {
        let told = view.events.reversed().filter { event in
            // Writing goes on in many small steps: the timeline tells what they led to.
            switch event.body {
            case .answered, .attached, .detached, .setAside: false
            default: true
            }
        }
        let telling = Telling(site: site, context: context, view: view)
        self.init(entries: told.map(telling.entry), next: TimelineNextView(site, context, view))
    }
}

private struct Telling {
    let site: Site
    let context: SalaContext
    let view: SubmissionView

    private var programme: Programme { view.dossier.programme }
    private var language: Language { context.visit.language }

    func entry(_ event: Recorded<SubmissionEvent>) -> TimelineEntryView {
        let (title, note, stage) = words(event.body)
        let isThai = context.visit.isThai
        let letters = view.letters.filter { letter in
            letter.writtenAt == event.at && isMoving(event.body)
        }
        return TimelineEntryView(
            title: naming(title, event), actor: event.actor.flatMap(name),
            time: event.at.text(relativeTo: context.visit.now, thai: isThai),
            exactTime: event.at.text(.long, thai: isThai), timestamp: event.at.iso, note: note,
            facts: facts(event.body),
            links: letters.map { LinkView(label: label($0), url: Paths.letter($0.id)) },
            badge: stage.flatMap { badge($0, besides: title) })
    }

    /// The stage that was reached, unless the title says the same.
    private func badge(_ stage: String, besides title: String) -> StageBadgeView? {
        let said = programme.texts["stage.\(stage)", language]
        return title.contains(said) ? nil : StageBadgeView(stage, of: programme, language)
    }

    private func isMoving(_ event: SubmissionEvent) -> Bool {
        switch event {
        case .acted, .reminded: true
        default: false
        }
    }

    /// What the action asked, with the answers that the person may read.
    private func facts(_ event: SubmissionEvent) -> [FactView] {
        let (name, input): (String, Answers)
        switch event {
        case .acted(let acted): (name, input) = (acted.action, acted.input)
        case .held(let action, let answers): (name, input) = (action, answers)
        default: return []
        }
        return FactView.asked(by: name, input, of: programme, language)
    }

    /// The name of an account: for the filer's side and the committee, and one's own for everybody. Others
    /// look at the work alone.
    private func name(_ person: PersonID) -> String? {
        let dossier = view.dossier
        let knows = dossier.isOwn || dossier.actor.may(.readCommittee, in: programme)
        return knows || person == dossier.actor.person ? view.names[person] : nil
    }

    /// The title with the judge's name, where somebody else's doing tells of one whom the person may know.
    private func naming(_ title: String, _ event: Recorded<SubmissionEvent>) -> String {
        guard let judge = event.body.judge, judge != event.actor, let known = name(judge) else {
            return title
        }
        return site.say("timeline.of-judge", context, ["event": title, "name": known])
    }

    /// The letter's subject, and whom it went to where letters to others stand beside it.
    private func label(_ letter: LetterSummary) -> String {
        guard let known = letter.recipient.flatMap(name) else { return letter.subject }
        return site.say("timeline.letter-to", context, ["subject": letter.subject, "name": known])
    }

    private func words(_ event: SubmissionEvent) -> (title: String, note: String?, stage: String?) {
        func round(_ name: String) -> String { programme.texts["round.\(name)", language] }
        switch event {
        case .acted(let acted):
            return (programme.texts["action.\(acted.action).done", language], nil, acted.to)
        case .held(let action, _), .takenBack(let action):
            let text = programme.texts["action.\(action)", language]
            return (site.say("timeline.\(event.kind)", context, ["action": text]), nil, nil)
        case .assigned(let name, _):
            return (site.say("timeline.assigned", context, ["round": round(name)]), nil, nil)
        case .furtherAsked(let name, _, let reason), .reopened(let name, _, let reason),
            .assignedAgain(let name, _, let reason), .unassigned(let name, _, let reason),
            .conflictDeclared(let name, _, let reason, _), .recused(let name, _, let reason),
            .abstained(let name, _, let reason):
            let note = reason.isEmpty ? nil : reason
            return (site.say("timeline.\(event.kind)", context, ["round": round(name)]), note, nil)
        case .conflictDenied(let name, _, let words):
            let note = words.isEmpty ? nil : words
            return (site.say("timeline.conflict-denied", context, ["round": round(name)]), note, nil)
        case .conflictFound(let name, _, let ground):
            return (
                site.say("timeline.conflict-found", context, ["round": round(name)]),
                site.say("conflicts.ground-\(ground.rawValue)", context), nil
            )
        case .roleTakenBack(let name, _, let role):
            let said = ["round": round(name), "role": programme.texts["role.\(role)", language]]
            return (site.say("timeline.role-taken-back", context, said), nil, nil)
        case .reviewed(let name, _, let scoring):
            let key = scoring.isFinal ? "timeline.reviewed" : "timeline.review-begun"
            return (site.say(key, context, ["round": round(name)]), nil, nil)
        case .clockRefused(let refusal):
            return (site.sentence(refusal, programme, context), site.reason(refusal, context), nil)
        case .invited(_, let address):
            return (site.say("timeline.invited", context, ["address": address]), nil, nil)
        case .invitationWithdrawn(let id):
            let address = view.dossier.submission.company.first { $0.id == id }?.address ?? "–"
            return (site.say("timeline.invitation-withdrawn", context, ["address": address]), nil, nil)
        case .parted(let id, let person):
            let hasLeft = view.dossier.submission.company.first { $0.id == id }?.state == .left
            let values = ["name": view.names[person] ?? "–"]
            return (site.say("timeline.\(hasLeft ? "left" : "taken-off")", context, values), nil, nil)
        case .started, .reminded, .answered, .attached, .detached, .setAside, .joined:
            return (site.say("timeline.\(event.kind)", context), nil, nil)
        }
    }
}
