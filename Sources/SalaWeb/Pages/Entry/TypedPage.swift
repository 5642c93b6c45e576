import SalaEngine
import SalaStore

/// A page of a form as it was sent, before it is saved.
struct TypedPage: Sendable {
    /// All answers of the submission, those of the page as they were typed.
    let answers: Answers
    /// The files that were ticked to be taken away, without those that are gone already: a page that is sent
    /// twice is not refused for them.
    let removed: [AttachmentID]
    /// Files came with it, which a browser does not send again by itself.
    let hadFiles: Bool

    init(_ posting: Posting, page name: String, of dossier: Dossier) {
        let form = dossier.programme.form
        let present = dossier.submission.answers
        answers = form.answering(present, page: name, with: form.reading(posting.fields, page: name))
        let ticked = Set(posting.texts("remove-file"))
        removed = dossier.submission.attachments.values.filter { file in
            let id = file.id.description
            return ticked.contains(id) && present[file.question]?.items.contains(id) == true
        }.map(\.id).sorted()
        hadFiles = !posting.files.isEmpty
    }
}
