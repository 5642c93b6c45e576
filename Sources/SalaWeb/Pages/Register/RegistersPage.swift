import SalaEngine
import SalaStore
import SalaThai

/// The registers of the published calls, with how many entries each has.
struct RegistersPage: PublicPage {
    static let template = "pages/registers"

    struct Item: Sendable {
        let title: String
        let url: String
        let office: String?
        let count: String
    }

    let chrome: Chrome
    let turns: [Instant]
    let items: [Item]
    let empty: EmptyView?

    init(_ site: Site, _ context: SalaContext, _ calls: [CallView], counts: [CallID: Int]) {
        let language = context.visit.language
        chrome = site.chrome(site.say("register.all-title", context), context)
        turns = calls.flatMap { $0.call.period.ends }
        let shown = calls.filter { $0.programme.register != nil }.sorted { left, right in
            (counts[left.call.id] ?? 0, left.call.period.opens) > (
                counts[right.call.id] ?? 0, right.call.period.opens
            )
        }
        items = shown.map { view in
            let count = counts[view.call.id] ?? 0
            let handle = view.call.handle
            return Item(
                title: view.call.title(language),
                url: count > 0 ? Paths.register(handle) : Paths.call(handle),
                office: view.office?.name(language),
                count: count > 0
                    ? site.say("register.count", context, ["count": Digits.grouped(count)])
                    : site.say("register.later", context))
        }
        empty =
            items.isEmpty
            ? EmptyView(
                title: site.say("register.nothing", context),
                text: site.say("register.nothing-text", context),
                step: LinkView(label: site.say("register.open-calls", context), url: Paths.home)) : nil
    }
}
