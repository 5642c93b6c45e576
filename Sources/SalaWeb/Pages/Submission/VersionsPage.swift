import SalaEngine
import SalaStore
import SalaThai

/// Every version of every answer of a submission, for those who write it: nothing that was typed is lost.
struct VersionsPage: Page {
    static let template = "pages/versions"

    /// One question with all that was written in answer to it.
    struct Question: Sendable {
        let label: String
        let section: String
        /// The latest first.
        let versions: [Version]
    }

    struct Version: Sendable {
        let text: String
        let by: String
        let time: String
        let exactTime: String
        let badge: StageBadgeView
    }

    let chrome: Chrome
    let submission: String
    let submissionURL: String
    let questions: [Question]

    init(_ site: Site, _ context: SalaContext, _ history: WritingHistory) {
        let dossier = history.dossier
        let programme = dossier.programme
        let language = context.visit.language
        let wording = Asking.Wording.form(programme, language)
        let answering = AnswerWording(wording)
        chrome = site.chrome(site.say("versions.title", context), context)
        submission = dossier.title.isEmpty ? site.say("submission.untitled", context) : dossier.title
        submissionURL = Paths.submission(dossier.submission.id)
        questions = programme.form.pages.flatMap { page in
            page.questions.filter { $0.isTyped }.compactMap { question -> Question? in
                guard let versions = history.versions[question.name] else { return nil }
                let last = versions.last { !$0.isAside }
                return Question(
                    label: wording.label(question),
                    section: programme.texts["form.\(page.name).label", language],
                    versions: versions.reversed().map { version in
                        let text = answering.text(question, version.answer)
                        let isPresent = version.at == last?.at && !version.isAside
                        let state = version.isAside ? "aside" : isPresent ? "present" : "before"
                        return Version(
                            text: text.isEmpty ? site.say("versions.cleared", context) : text,
                            by: version.by.flatMap { history.names[$0] } ?? "–",
                            time: version.at.text(
                                relativeTo: context.visit.now, thai: context.visit.isThai),
                            exactTime: version.at.text(.long, thai: context.visit.isThai),
                            badge: StageBadgeView(
                                site.say("versions.\(state)", context),
                                tone: version.isAside ? .waiting : isPresent ? .success : .closed))
                    })
            }
        }
    }
}
