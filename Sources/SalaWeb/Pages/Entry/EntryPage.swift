import SalaEngine
import SalaStore
import SalaThai

/// One page of a submission's form.
struct EntryPage: Page {
    static let template = "pages/entry"
    /// The id of its form.
    static let form = "page-form"
    let chrome: Chrome
    let head: EntryHead
    let title: String
    let hint: String?
    let url: String
    let steps: StepsView
    let errors: ErrorSummaryView?
    let fields: [FieldView]
    /// Saving may take a while.
    let takesFiles: Bool
    /// What the form says to go to the page before once it is saved.
    let previous: String?
    /// That more may be asked here, and by which answers of other pages; nil when it depends on none.
    let awaiting: String?
    /// How much of what was just sent is saved; nil when nothing was sent.
    let saving: NoticeView?
    /// All that the page shows is saved.
    let isSaved: Bool
    /// What it shows that is saved, which it says again when it is sent.
    let shown: String
    /// What is to be mended; nil before the first filing.
    let asked: AskedView?
    /// Who else has opened or saved the page just now; empty where nobody has.
    let company: [String]
    /// Where all that was written can be read again.
    let versionsURL: String
    /// Where others are let in to write along; nil where the programme lets nobody in.
    let companyURL: String?

    /// How much of a page that was sent is saved.
    enum Saved {
        case nothing
        /// Nothing: it was sent before the person signed in, and waits to be sent again.
        case before(hadFiles: Bool)
        /// All, but for the files or answers that the mistakes name.
        case without(files: Bool, answers: Bool)
    }

    /// - Parameters:
    ///   - typed: what was sent and refused; nil shows what is saved.
    ///   - removed: the files that stay ticked to be taken away.
    ///   - saved: nil when nothing was sent.
    init(
        _ site: Site, _ context: SalaContext, _ dossier: Dossier, page name: String, mistakes: [Mistake],
        typed: TypedPage? = nil, removed: [AttachmentID] = [], saved: Saved? = nil,
        asked returned: SubmissionEvent.Acted? = nil
    ) throws {
        let form = dossier.programme.form
        let submission = dossier.submission
        guard let page = form.page(name) else { throw Refusal.notFound }
        let language = context.visit.language
        let wording = Asking.Wording.form(dossier.programme, language)
        let answers = typed?.answers ?? submission.answers
        var asking = Asking(site, context, wording, form: form, answers: answers, mistakes: mistakes)
        asking.files = site.attachmentViews(of: submission)
        asking.saved = submission.answers
        for id in removed + (typed?.removed ?? []) { asking.files[id.description]?.isRemoved = true }
        saving = saved.map {
            asking.notice(of: $0, page, of: form, hadFiles: typed?.hadFiles == true)
        }
        isSaved =
            switch saved {
            case .nothing, .before, .without(_, answers: true): false
            case .without, nil: true
            }
        shown = form.shown(submission.answers, page: name, displaying: asking.showing).text
        asked = AskedView(returned, of: dossier.programme, language)
        company = site.company(on: name, of: submission.id, context)
        versionsURL = Paths.versions(of: submission.id)
        companyURL = dossier.companyURL
        let texts = dossier.programme.texts
        title = texts["form.\(name).label", language]
        hint = texts.find("form.\(name).hint", language)
        head = EntryHead(site, context, dossier)
        chrome = site.chrome("\(title) – \(head.call)", context)
        url = Paths.page(name, of: submission.id)
        fields = asking.fields(of: page, answers: answers)
        takesFiles = page.questions.contains { $0.kind == .file || $0.kind == .image }
        errors = asking.summary(form)
        steps = StepsView(
            site, context, dossier, current: name, asked: returned, savingForm: EntryPage.form)
        let awaited = form.awaited(in: submission.answers, at: context.visit.now)[name, default: []]
        awaiting = site.awaiting(
            awaited.filter { name in !page.questions.contains { $0.name == name } }, wording, form, context)
        let pages = form.pages.filter { asking.showing.isRelevant($0) }
        let before = pages.firstIndex { $0.name == name }.map { pages[..<$0] }?.last
        previous = before.map { Going.word(toPage: $0.name) }
    }
}

extension Asking {
    /// How much of a page is saved, in words.
    ///
    /// - Parameter hadFiles: files came with it, which nobody has any more.
    fileprivate func notice(
        of saved: EntryPage.Saved, _ page: SalaEngine.Page, of form: Form, hadFiles: Bool
    ) -> NoticeView {
        let again = " \(site.say("failure.files-again", context))"
        switch saved {
        case .without(files: false, answers: false) where page.isUnanswered(in: self.saved):
            return NoticeView(.warning, site.say("entry.nothing-answered", context))
        case .without(files: false, answers: false):
            return NoticeView(.success, site.say("entry.saved-unfinished", context))
        case .without(let files, let answers):
            var sentences = answers ? [site.say("entry.saved-without-answers", context)] : []
            if files {
                let refused = refusedFiles(form)
                sentences.append(site.say("entry.saved-without-files", context, ["files": refused]))
            }
            return NoticeView(.warning, sentences.joined(separator: " "))
        case .before(let hadFiles):
            return NoticeView(.warning, site.say("entry.typed-before", context) + (hadFiles ? again : ""))
        case .nothing:
            return NoticeView(.warning, site.say("entry.unsaved", context) + (hadFiles ? again : ""))
        }
    }

    /// The files that were not taken, each with the question that it was for and why.
    fileprivate func refusedFiles(_ form: Form) -> String {
        var refused = self
        refused.mistakes = mistakes.filter { mistake in
            mistake.kind != .missing && form.question(mistake.question)?.takesFiles == true
        }
        return refused.links(form) { _ in "" }.map(\.label).joined(separator: "; ")
    }
}

extension SalaEngine.Page {
    /// The page asks something, and nothing of it is answered.
    func isUnanswered(in answers: Answers) -> Bool {
        let asked = questions.filter { $0.kind != .calculate && $0.kind != .note }
        return !asked.isEmpty && asked.allSatisfy { answers[$0.name] == nil }
    }
}

extension StepsView {
    /// The pages of a submission's form with how far each is.
    ///
    /// - Parameters:
    ///   - returned: what gave it back to be mended.
    ///   - savingForm: the id of the form that is saved before another page is gone to.
    init(
        _ site: Site, _ context: SalaContext, _ dossier: Dossier, current: String?,
        asked returned: SubmissionEvent.Acted? = nil, savingForm: String? = nil
    ) {
        let form = dossier.programme.form
        let submission = dossier.submission
        let showing = form.showing(submission.answers, at: context.visit.now)
        let pages = form.pages.filter { showing.isRelevant($0) }
        let now = context.visit.now
        let unfinished = Set(form.mistakes(in: submission.answers, at: now).map(\.page))
            .union(form.awaited(in: submission.answers, at: now).keys)
        let isTouched = { (page: SalaEngine.Page) in
            page.questions.contains { $0.kind != .calculate && submission.answers[$0.name] != nil }
        }
        let asked = dossier.pagesToMend(returned)
        let steps = pages.map { page in
            let isAsked = asked.contains(page.name)
            let isUnmended = isAsked && !submission.isChanged(page)
            let isDone = !unfinished.contains(page.name) && !isUnmended
            let finished = isAsked ? "changed" : "done"
            let unfinished = isUnmended ? "asked" : isTouched(page) ? "begun" : "waiting"
            let state = isDone ? finished : unfinished
            return StepView(
                label: dossier.programme.texts["form.\(page.name).label", context.visit.language],
                url: Paths.page(page.name, of: submission.id), going: Going.word(toPage: page.name),
                state: site.say("entry.step-\(state)", context),
                isCurrent: page.name == current, isDone: isDone, hasMistakes: isUnmended)
        }
        let done = steps.filter(\.isDone).count
        self.init(
            summary: site.say("entry.steps", context, ["done": String(done), "total": String(steps.count)]),
            done: done, total: steps.count, steps: steps, savingForm: savingForm)
    }
}

extension Dossier {
    /// Where it stands who writes it; nil where nobody may be invited, and nobody ever was.
    fileprivate var companyURL: String? {
        let hasCompany = programme.filing.colleagues.limit > 0 || !submission.company.isEmpty
        return hasCompany ? Paths.company(of: submission.id) : nil
    }

    /// The names of the pages that the action asks to be mended.
    fileprivate func pagesToMend(_ returned: SubmissionEvent.Acted?) -> Set<String> {
        guard let returned, let asks = programme.workflow.action(returned.action)?.asks else { return [] }
        return programme.form.pages(pointedAtBy: returned.input, to: asks)
    }
}

extension Submission {
    /// Whether an answer of the page is another one than was last filed.
    fileprivate func isChanged(_ page: SalaEngine.Page) -> Bool {
        page.questions.contains { $0.kind != .calculate && answers[$0.name] != filedAnswers?[$0.name] }
    }
}

extension Site {
    /// The files of a submission by id, as those who may see the submission get them.
    ///
    /// - Parameter withholding: what those are told who may not learn whose it is, of files that cannot be
    ///   freed of what they carry; nil where all are shown as they are.
    func attachmentViews(
        of submission: Submission, withholding: String? = nil
    ) -> [String: AttachmentView] {
        Dictionary(
            uniqueKeysWithValues: submission.attachments.values.map { attachment in
                let url = Paths.attachment(attachment.id, of: submission.id)
                let small = Paths.thumbnail(attachment.id, of: submission.id)
                var view = AttachmentView(attachment, url: url, small: small)
                if let withholding, !NamelessFiles.frees(attachment.mediaType) {
                    (view.isWithheld, view.detail) = (true, withholding)
                }
                return (attachment.id.description, view)
            })
    }
}

extension AttachmentView {
    /// - Parameter small: where the small copy of a picture is.
    init(_ attachment: Attachment, url: String, small: String) {
        let kind = attachment.mediaType.split(separator: "/").last.map(String.init) ?? ""
        let short = kind.split(separator: ".").last.map { $0.uppercased() } ?? kind
        let kibibytes = max(1, attachment.bytes / 1024)
        let size = kibibytes < 1024 ? "\(kibibytes) KB" : "\(kibibytes / 1024) MB"
        self.init(
            id: attachment.id.description, name: attachment.name, url: url, detail: "\(short) · \(size)",
            previewURL: attachment.isPicture ? small : nil)
    }
}

extension Attachment {
    /// Whether there is a small copy of it: nothing can be shown of a file without content, as examples have.
    fileprivate var isPicture: Bool { bytes > 0 && MediaType.pictures.contains(mediaType) }
}
