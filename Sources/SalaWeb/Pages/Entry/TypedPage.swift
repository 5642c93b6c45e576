import SalaEngine
import SalaStore
import SalaThai

/// A page of a form as it was sent, before it is saved.
struct TypedPage: Sendable {
    /// All answers of the submission, those of the page as they were typed.
    let answers: Answers
    /// What the page showed when it was opened; nil where the post does not say.
    let shown: ShownAnswers?
    /// The questions that somebody else has answered in another way since.
    let overtaken: [String]
    /// The files that were ticked to be taken away, without those that are gone already: a page that is sent
    /// twice is not refused for them.
    let removed: [AttachmentID]
    /// Files came with it, which a browser does not send again by itself.
    let hadFiles: Bool

    init(_ posting: Posting, page name: String, of dossier: Dossier, at now: Instant) {
        let form = dossier.programme.form
        let present = dossier.submission.answers
        shown = posting.fields["shown"]?.first.map(ShownAnswers.init)
        let merged = form.merging(
            form.reading(posting.fields, page: name), page: name, into: present, shown: shown, at: now)
        answers = merged.answers
        overtaken = merged.overtaken
        let ticked = Set(posting.texts("remove-file"))
        removed = dossier.submission.attachments.values.filter { file in
            let id = file.id.description
            return ticked.contains(id) && present[file.question]?.items.contains(id) == true
        }.map(\.id).sorted()
        hadFiles = !posting.files.isEmpty
    }

    /// The page as it was sent, over what has been saved since.
    private init(_ typed: TypedPage, over saved: Answers) {
        var answers = saved
        for name in typed.overtaken { answers[name] = typed.answers[name] }
        self.answers = answers
        shown = typed.shown
        overtaken = typed.overtaken
        removed = []
        hadFiles = false
    }

    /// That somebody else has answered otherwise, question by question.
    func mistakes(on page: String) -> [Mistake] {
        overtaken.map { Mistake(question: $0, page: page, kind: .overtaken) }
    }

    /// Keeps what was typed over what another has saved: whatever becomes of the page, it can be read again.
    /// Nil where nothing was.
    func setAside(on page: String) -> Command? {
        let answers = answers.filter { overtaken.contains($0.key) }
        return answers.isEmpty ? nil : .setAside(page: page, answers)
    }

    /// What is left of it once all was saved that nobody else had answered otherwise; nil when nothing is.
    func left(over saved: Answers) -> TypedPage? {
        overtaken.isEmpty ? nil : TypedPage(self, over: saved)
    }
}
