import SalaEngine
import SalaStore
import SalaThai

/// What changed in a submission from each filing to the next, question by question.
struct ChangesPage: Page {
    static let template = "pages/changes"

    /// One filing against the one before it, or what has been mended since the last.
    struct Comparison: Sendable {
        let title: String
        let changes: [Change]
    }

    struct Change: Sendable {
        let question: String
        let before: String
        let after: String
        let removed: [File]
        let added: [File]
    }

    struct File: Sendable {
        let name: String
        let detail: String
        /// Nil where nobody opens it any more.
        let url: String?
    }

    let chrome: Chrome
    let submission: String
    let submissionURL: String
    /// The latest first.
    let comparisons: [Comparison]

    init(_ site: Site, _ context: SalaContext, _ history: FilingHistory) {
        let dossier = history.dossier
        chrome = site.chrome(site.say("changes.title", context), context)
        submission = [dossier.submission.number, dossier.title].compactMap { $0 }.joined(separator: " ")
        submissionURL = DeskQuery(path: context.visit.path).kept(by: Paths.submission(dossier.submission.id))
        let comparing = Comparing(site: site, context: context, history: history)
        var filings = zip(history.filings, history.filings.dropFirst()).enumerated().map { index, pair in
            let time = pair.1.at.text(.long, thai: context.visit.isThai)
            return Comparison(
                title: site.say("changes.filing", context, ["count": String(index + 2), "time": time]),
                changes: comparing.changes(from: pair.0.answers, to: pair.1.answers))
        }
        if let last = history.filings.last, dossier.isWritten(after: last.answers, at: context.visit.now) {
            let present = dossier.programme.form.pruned(dossier.written, at: context.visit.now)
            filings.append(
                Comparison(
                    title: site.say("changes.unfiled", context),
                    changes: comparing.changes(from: last.answers, to: present)))
        }
        comparisons = filings.reversed()
    }
}

extension Dossier {
    /// Who reads it is on the filer's side, and may write it now.
    var isOpenToFiler: Bool { isOwn && programme.workflow.stage(submission.stage)?.isOpen == true }

    /// Who reads it is on the filer's side, which has changed what was last filed and not filed it again; the
    /// stage need not be open any more.
    func isWritten(after filed: Answers, at now: Instant) -> Bool {
        isOwn && written != filed && programme.form.pruned(written, at: now) != filed
    }
}

/// The words for what differs between two sets of answers.
private struct Comparing {
    let site: Site
    let context: SalaContext
    let history: FilingHistory

    func changes(from before: Answers, to after: Answers) -> [ChangesPage.Change] {
        let wording = Asking.Wording.form(history.dossier.programme, context.visit.language)
        let answering = AnswerWording(wording)
        return history.dossier.programme.form.questions.compactMap { question in
            let (old, new) = (before[question.name], after[question.name])
            guard old != new else { return nil }
            let isFile = question.kind == .file || question.kind == .image
            let (gone, come) = isFile ? (old?.items ?? [], new?.items ?? []) : ([], [])
            return ChangesPage.Change(
                question: wording.label(question), before: answering.text(question, old),
                after: answering.text(question, new), removed: gone.filter { !come.contains($0) }.map(file),
                added: come.filter { !gone.contains($0) }.map(file))
        }
    }

    private func file(_ item: String) -> ChangesPage.File {
        guard let id = AttachmentID(item), let file = history.files[id] else {
            return ChangesPage.File(name: site.say("changes.removed-file", context), detail: "", url: nil)
        }
        let submission = history.dossier.submission
        let url = Paths.attachment(id, of: submission.id)
        let view = AttachmentView(file, url: url, small: "")
        return ChangesPage.File(
            name: view.name, detail: view.detail, url: submission.attachments[id] == nil ? nil : url)
    }
}
