import Foundation
import SalaEngine
import SalaStore

/// The pages of a role that a preview shows as they will be, with an entry that nobody filed.
enum ExamplePage: String, CaseIterable, Sendable {
    /// Where an entry is begun.
    case start
    /// A page of the form.
    case form
    /// All answers before they are sent.
    case summary
    /// The table of what was filed.
    case desk
    /// A judge's own desk.
    case judging
    /// The page with the scores.
    case review
    /// The entry's own page.
    case submission

    /// Those that somebody with the role gets to.
    static func all(for role: Role, of programme: Programme) -> [ExamplePage] {
        if role.granting == .filing { return [.start, .form, .summary, .submission] }
        let access = DeskAccess(Actor(person: nil, roles: [role.name], organisations: []), of: programme)
        var pages: [ExamplePage] = []
        if access.reads { pages.append(.desk) }
        if access.judges { pages += [.judging, .review] }
        return pages.isEmpty ? [] : pages + [.submission]
    }

    /// The page itself; nil where the example has nothing for it.
    func page(_ site: Site, _ context: SalaContext, _ example: Example) throws -> (any Page)? {
        let draft = example.draft
        switch self {
        case .start:
            return StartPage(site, context, example.view, [draft.organisation].compactMap(\.self), [])
        case .form:
            guard let first = draft.programme.form.pages.first else { return nil }
            return try EntryPage(site, context, draft, page: first.name, mistakes: [])
        case .summary: return SummaryPage(site, context, draft)
        case .desk: return DeskPage(site, context, example.desk, example.facets, DeskQuery(), done: nil)
        case .judging:
            return example.judgeDesk.map { JudgingPage(site, context, $0) }
        case .review: return example.review.map { ReviewPage(site, context, OwnReview($0)) }
        case .submission: return SubmissionPage(site, context, example.submission)
        }
    }
}

extension Site {
    /// The example of a call as that role meets it, in the reader's language.
    func example(of view: CallView, as role: Role, _ context: SalaContext) -> Example? {
        let wording = Asking.Wording.form(view.programme, context.visit.language)
        let form = view.programme.form
        let now = context.visit.now
        func words(_ question: Question) -> String {
            say("preview.example-answer", context, ["question": wording.label(question)])
        }
        let answers = form.imaginedAnswers(at: now, text: words)
        let making = Example.Making(
            role: role, answers: answers,
            attachments: form.imaginedAttachments(
                beside: answers, at: now, id: { AttachmentID(UUID.version7(at: now)) }, name: words),
            organisation: say("preview.example-organisation", context),
            province: say("preview.example-province", context),
            applicant: say("preview.example-person", context))
        return store.example(of: view, making, at: now)
    }
}
