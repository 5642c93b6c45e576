import SalaEngine
import SalaStore

/// Everything that was answered, what is still missing, and the way to file it.
struct SummaryPage: Page {
    static let template = "pages/summary"

    struct Section: Sendable {
        let title: String
        let url: String
        let facts: [FactView]
        /// That more may be asked on the page, and by which answers; nil when it depends on none.
        let awaiting: String?
    }

    struct Filing: Sendable {
        let label: String
        let url: String
    }

    let chrome: Chrome
    let head: EntryHead
    let steps: StepsView
    let sections: [Section]
    /// How many answers are missing or mistaken, or how many at least, in words; nil when all is well.
    let unfinished: String?
    /// What is missing or mistaken, each with a link to its field.
    let missing: [LinkView]
    /// The actions that file it, once it is complete.
    let filings: [Filing]
    let closes: DaysLeftView?
    let isClosed: Bool
    /// What is to be mended; nil before the first filing.
    let asked: AskedView?
    /// That those who invited file it, to who writes it along.
    let filer: String?
    let companyURL: String
    let versionsURL: String
    /// That it would be filed as it was filed last.
    let unchanged: NoticeView?

    init(
        _ site: Site, _ context: SalaContext, _ dossier: Dossier,
        asked returned: SubmissionEvent.Acted? = nil
    ) {
        let form = dossier.programme.form
        let submission = dossier.submission
        let now = context.visit.now
        let language = context.visit.language
        let wording = Asking.Wording.form(dossier.programme, language)
        let mistakes = form.mistakes(in: submission.answers, at: now)
        let asking = Asking(
            site, context, wording, form: form, answers: submission.answers, mistakes: mistakes)
        head = EntryHead(site, context, dossier)
        chrome = site.chrome(site.say("summary.title", context), context)
        steps = StepsView(site, context, dossier, current: nil, asked: returned)
        let files = site.attachmentViews(of: submission)
        let awaited = form.awaited(in: submission.answers, at: now)
        sections = form.pages.filter { asking.showing.isRelevant($0) }.map { page in
            let url = Paths.page(page.name, of: submission.id)
            return Section(
                title: dossier.programme.texts["form.\(page.name).label", language], url: url,
                facts: FactView.facts(page, asking.showing, wording, files: files, unanswered: "–"),
                awaiting: site.awaiting(awaited[page.name, default: []], wording, form, context))
        }
        missing = asking.links(form) { mistake in
            let page = Paths.page(mistake.page, of: submission.id)
            return "\(page)?check=1#\(FieldView.anchor(of: mistake.question))"
        }
        unfinished =
            mistakes.isEmpty
            ? nil
            : site.say(
                awaited.isEmpty ? "summary.unfinished" : "summary.unfinished-at-least", context,
                ["count": String(mistakes.count)])
        let workflow = dossier.programme.workflow
        filings =
            mistakes.isEmpty && dossier.mayFile
            ? workflow.actions(from: submission.stage).filter(\.files).map { action in
                Filing(
                    label: dossier.programme.texts["action.\(action.name)", language],
                    url: Paths.action(action.name, on: submission.id, shown: dossier.stamp(for: action)))
            } : []
        filer = dossier.mayFile ? nil : site.say("company.filer", context)
        companyURL = Paths.company(of: submission.id)
        versionsURL = Paths.versions(of: submission.id)
        closes = site.deadline(
            submission.due, closes: dossier.call.closes(for: submission.entrant), isOwn: dossier.isOwn,
            isOpen: true, context)
        asked = AskedView(returned, of: dossier.programme, language)
        unchanged = mistakes.isEmpty ? NoticeView(unchanged: dossier, site, context) : nil
        isClosed = submission.filedAt == nil && !dossier.call.period(for: submission.entrant).contains(now)
    }
}

extension NoticeView {
    /// That neither an answer nor a file has been changed since the last filing; nil where one has, where
    /// nothing was filed yet, and for who cannot write it.
    init?(unchanged dossier: Dossier, _ site: Site, _ context: SalaContext, link: LinkView? = nil) {
        guard let filed = dossier.submission.filedAnswers, dossier.isOpenToFiler,
            !dossier.isWritten(after: filed, at: context.visit.now)
        else { return nil }
        self.init(.warning, site.say("summary.unchanged", context), link: link)
    }
}

extension Site {
    /// That more may be asked where those questions decide about it; nil when there are none.
    func awaiting(_ questions: [String], _ wording: Asking.Wording, _ form: Form, _ context: SalaContext)
        -> String?
    {
        guard !questions.isEmpty else { return nil }
        let names = questions.compactMap(form.question).map { "“\(wording.label($0))”" }
        return say("entry.awaiting", context, ["questions": names.joined(separator: ", ")])
    }
}

extension FactView {
    /// The relevant questions of a page with their answers; what is not answered shows as `unanswered`, or
    /// not at all.
    static func facts(
        _ page: SalaEngine.Page, _ showing: Showing, _ wording: Asking.Wording,
        files: [String: AttachmentView],
        unanswered: String?
    ) -> [FactView] {
        page.questions.compactMap { question in
            guard question.kind != .note, showing.isRelevant(question) else { return nil }
            let answer = showing.answers[question.name]
            let attached = question.kind == .file || question.kind == .image
            let text = AnswerWording(wording).text(question, answer)
            let shown = (answer?.items ?? []).compactMap { attached ? files[$0] : nil }
            guard !text.isEmpty || !shown.isEmpty || unanswered != nil else { return nil }
            return FactView(
                term: wording.label(question),
                detail: text.isEmpty && shown.isEmpty ? unanswered ?? "" : text,
                url: question.kind == .text && text.isWebAddress ? text : nil, files: shown)
        }
    }
}
