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
    /// Leads to the claims that wait for the person's decision; nil where none does.
    let claims: LinkView?
    /// The person's own claims that wait.
    let waiting: [LinkView]
    let items: [Item]
    let empty: EmptyView?

    /// - Parameters:
    ///   - waiting: the person's own claims that wait.
    ///   - claims: how many of others wait for the person's decision.
    init(
        _ site: Site, _ context: SalaContext, _ own: [OwnSubmission], waiting: [OwnMembership], claims: Int
    ) {
        let language = context.visit.language
        chrome = site.chrome(site.say("following.title", context), context)
        self.claims = LinkView(waitingClaims: claims, site, context)
        self.waiting = waiting.map { claim in
            let name = claim.organisation.placedName(language)
            return LinkView(
                label: site.say("following.waiting", context, ["organisation": name]), url: Paths.memberships)
        }
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
