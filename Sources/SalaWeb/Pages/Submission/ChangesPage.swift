import SalaEngine
import SalaStore

/// What changed since a submission was last filed, question by question.
struct ChangesPage: Page {
    static let template = "pages/changes"

    struct Change: Sendable {
        let question: String
        let before: String
        let after: String
    }

    let chrome: Chrome
    let submission: String
    let submissionURL: String
    let changes: [Change]

    init(_ site: Site, _ context: SalaContext, _ dossier: Dossier) {
        let wording = Asking.Wording.form(dossier.programme, context.visit.language)
        let answering = AnswerWording(wording)
        let files = site.attachmentViews(of: dossier.submission)
        func words(_ question: Question, _ answer: Answer?) -> String {
            guard question.kind == .file || question.kind == .image else {
                return answering.text(question, answer)
            }
            let gone = site.say("changes.removed-file", context)
            return (answer?.items ?? []).map { files[$0]?.name ?? gone }.joined(separator: "\n")
        }
        chrome = site.chrome(site.say("changes.title", context), context)
        submission = [dossier.submission.number, dossier.title].compactMap { $0 }.joined(separator: " ")
        submissionURL = DeskQuery(path: context.visit.path).kept(by: Paths.submission(dossier.submission.id))
        let before = dossier.submission.previousAnswers ?? [:]
        let after = dossier.submission.answers
        changes = dossier.programme.form.questions.compactMap { question in
            guard before[question.name] != after[question.name] else { return nil }
            return Change(
                question: wording.label(question), before: words(question, before[question.name]),
                after: words(question, after[question.name]))
        }
    }
}
