import SalaEngine
import SalaStore
import SalaThai

/// What an action asks before it is taken, and what it does.
struct ActionPage: Page {
    static let template = "pages/action"
    let chrome: Chrome
    let head: EntryHead
    let submission: String
    let submissionURL: String
    let url: String
    let label: String
    /// What taking it means.
    let hint: String?
    /// Whether it moves the submission, in words before the stage.
    let leading: String
    let leadsTo: StageBadgeView
    /// Whether a letter follows, in words.
    let letter: String
    /// That it cannot be undone.
    let final: String?
    let isDangerous: Bool
    /// That it would be filed as it was filed last.
    let unchanged: NoticeView?
    /// That it is not filed, because it was changed since it was looked over.
    let overtaken: NoticeView?
    /// The stamp of the answers that were looked over to be filed, for the post; nil where the filer's action
    /// files nothing.
    let shown: String?
    let fields: [FieldView]
    let errors: ErrorSummaryView?
    /// Who did not file it reads what was filed beside what the action asks.
    let showsFiled: Bool
    let facts: [FactView]
    let sections: [AnswerSection]

    /// - Parameter shown: the stamp of the answers that were looked over; without, that of the present ones.
    init(
        _ site: Site, _ context: SalaContext, _ dossier: Dossier, _ action: Action, input: Answers? = nil,
        mistakes: [Mistake] = [], shown: String? = nil, isOvertaken: Bool = false
    ) {
        let language = context.visit.language
        let programme = dossier.programme
        label = programme.texts["action.\(action.name)", language]
        hint = programme.texts.find("action.\(action.name).hint", language)
        chrome = site.chrome(label, context)
        head = EntryHead(site, context, dossier)
        let title = dossier.title.isEmpty ? site.say("submission.untitled", context) : dossier.title
        submission = [dossier.submission.number, title].compactMap { $0 }.joined(separator: " ")
        let query = DeskQuery(path: context.visit.path)
        submissionURL = query.kept(by: Paths.submission(dossier.submission.id), at: query.place)
        url = query.kept(by: Paths.action(action.name, on: dossier.submission.id), at: query.place)
        let stays = action.stays(in: dossier.submission.stage)
        leading = site.say(stays ? "action.stays" : "action.leads-to", context)
        leadsTo = StageBadgeView(action.to, of: programme, language)
        letter = site.say(action.letter == nil ? "action.no-letter" : "action.letter", context)
        final = site.warning(before: action, of: programme, context)
        let target = programme.workflow.stage(action.to)
        facts = FactView.facts(about: dossier, site, context)
        sections = AnswerSection.sections(dossier, site, context)
        showsFiled = !dossier.isOwn
        let summary = Paths.summary(of: dossier.submission.id)
        unchanged =
            action.files
            ? NoticeView(
                unchanged: dossier, site, context,
                link: LinkView(label: site.say("entry.summary", context), url: summary)) : nil
        overtaken =
            isOvertaken
            ? NoticeView(
                .warning, site.sentence(.entryChanged, context),
                link: LinkView(label: site.say("action.look-over", context), url: summary)) : nil
        self.shown = dossier.stamp(for: action).map { shown ?? $0 }
        isDangerous = target?.isFinal == true && target?.isPublic == false
        guard let asks = action.asks, let page = asks.pages.first else {
            fields = []
            errors = nil
            return
        }
        let answers = input ?? dossier.beginning(action, asks)
        let asking = Asking(
            site, context, .asks(asks, programme, language), form: asks, answers: answers, mistakes: mistakes)
        fields = asking.fields(of: page, answers: answers)
        errors = asking.summary(asks)
    }
}

extension Site {
    /// That what the action does cannot be undone; nil where it can.
    func warning(before action: Action, of programme: Programme, _ context: SalaContext) -> String? {
        if programme.workflow.ends(with: action) { return say("action.final", context) }
        return programme.workflow.leavesForGood(with: action) ? say("action.no-way-back", context) : nil
    }
}

extension Dossier {
    /// The stamp of the answers that the filer's action would file; nil where it files none. Who writes them
    /// sees all of them.
    func stamp(for action: Action) -> String? {
        action.files && isOpenToFiler ? programme.form.stamp(of: submission.answers) : nil
    }

    /// What stands in the action's form at first: where it changes the day until which the stage may take,
    /// that day as it is.
    fileprivate func beginning(_ action: Action, _ asks: Form) -> Answers {
        var answers = asks.standardAnswers
        guard action.stays(in: submission.stage), let due = submission.due,
            case .untilAnswer(let question) = programme.workflow.stage(action.to)?.clock?.within
        else { return answers }
        answers[question] = .text(due.localDate.iso)
        return answers
    }
}
