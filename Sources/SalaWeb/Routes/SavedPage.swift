import SalaEngine
import SalaStore
import SalaThai

/// A page of a form after it was saved.
struct SavedPage {
    let dossier: Dossier
    let page: String
    /// Nothing of it had been answered before.
    let wasUnanswered: Bool
    /// What was wrong with the files that were not taken.
    let refusedFiles: [Mistake]
    /// Files that were to be taken away and stay, because what was to stand in their place was refused.
    let waiting: [AttachmentID]
    /// What is still only typed, because somebody else has answered it in another way; nil when all is saved.
    let left: TypedPage?

    /// Nothing of what was sent is left out.
    var isWhole: Bool { refusedFiles.isEmpty && left == nil }

    /// Nothing of it is answered, and nothing was.
    var isUnanswered: Bool {
        wasUnanswered
            && dossier.programme.form.page(page)?.isUnanswered(in: dossier.submission.answers) == true
    }

    /// What must be mended on the page, in the order of its questions.
    ///
    /// - Parameter isPatient: what is not answered yet is no mistake.
    func mistakes(at now: Instant, isPatient: Bool) -> [Mistake] {
        let form = dossier.programme.form
        let told = Set(refusedFiles.map(\.question))
        let found = form.mistakes(in: dossier.submission.answers, page: page, at: now).filter { mistake in
            !told.contains(mistake.question) && !(isPatient && mistake.kind == .missing)
        }
        let names = form.page(page)?.questions.map(\.name) ?? []
        let all = (left?.mistakes(on: page) ?? []) + refusedFiles + found
        return names.flatMap { name in all.filter { $0.question == name } }
    }
}
