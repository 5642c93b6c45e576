import SalaEngine
import SalaStore
import SalaThai

/// Everything that one decision was taken on, before it is released, where it is too much for one page.
struct ReleaseListPage: Page {
    static let template = "pages/release-list"

    let chrome: Chrome
    let call: String
    let releaseURL: String
    let items: [EntryListView.Item]
    let pagination: PaginationView?

    init(
        _ site: Site, _ context: SalaContext, _ outcome: ReleaseOutlook.Outcome, _ view: CallView,
        round: String, page: Int
    ) {
        let language = context.visit.language
        let handle = view.call.handle
        chrome = site.chrome(view.programme.texts["action.\(outcome.action.name)", language], context)
        call = view.call.title(language)
        releaseURL = Paths.release(round, of: handle)
        let (count, length) = (outcome.entries.count, ReleasePage.named)
        let current = max(1, min(page, (count + length - 1) / length))
        items = outcome.entries.dropFirst((current - 1) * length).prefix(length).map {
            .init(site, context, $0)
        }
        pagination = PaginationView(site, context, page: current, length: length, total: count) {
            Paths.released(outcome.action.name, round, of: handle, page: $0)
        }
    }
}
