import SalaEngine
import SalaStore
import SalaThai

/// A person's own submissions, those touched last first.
struct FollowingPage: Page {
    static let template = "pages/following"

    struct Item: Sendable {
        let title: String
        let url: String
        let call: String
        let number: String?
        let organisation: String?
        let badge: StageBadgeView
        let due: DaysLeftView?
    }

    let chrome: Chrome
    let items: [Item]
    let empty: EmptyView?

    init(_ site: Site, _ context: SalaContext, _ own: [OwnSubmission]) {
        let language = context.visit.language
        chrome = site.chrome(site.say("following.title", context), context)
        items = own.map { submission in
            let row = submission.row
            let isOpen = submission.programme.workflow.stage(row.stage)?.isOpen == true
            return Item(
                title: row.title.isEmpty ? site.say("submission.untitled", context) : row.title,
                url: Paths.submission(row.id), call: submission.call.title(language), number: row.number,
                organisation: row.organisation?.placedName(language),
                badge: StageBadgeView(row.stage, of: submission.programme, language),
                due: site.deadline(
                    row.due, closes: row.filedAt == nil ? submission.closes : nil, isOwn: true,
                    isOpen: isOpen, context))
        }
        empty =
            own.isEmpty
            ? EmptyView(
                title: site.say("following.empty", context), text: site.say("following.empty-text", context),
                step: LinkView(label: site.say("following.step", context), url: Paths.home)) : nil
    }
}
