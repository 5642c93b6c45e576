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
    let pagination: PaginationView?
    let empty: EmptyView?

    /// - Parameters:
    ///   - calls: those of which the page may say that their registers are to come, the next to close first.
    ///   - filled: those of them that have entries. The others with a register stand after the last of the
    ///     listed.
    init(
        _ site: Site, _ context: SalaContext, _ listing: Listing<OpenRegister>, among calls: [CallView],
        filled: Set<CallID>
    ) {
        let language = context.visit.language
        let coming = calls.filter { $0.programme.register != nil && !filled.contains($0.call.id) }
        chrome = site.chrome(site.say("register.all-title", context), context)
        // When any of them closes another one takes its place, whether or not it stands on the page.
        turns = calls.flatMap { $0.call.period.ends }
        let present = listing.entries.map { register in
            Item(
                title: register.call.title(language), url: Paths.register(register.call.handle),
                office: register.office?.name(language),
                count: site.say("register.count", context, ["count": Digits.grouped(register.count)]))
        }
        let empty = coming.map { view in
            Item(
                title: view.call.title(language), url: Paths.call(view.call.handle),
                office: view.office?.name(language), count: site.say("register.later", context))
        }
        items = present + (listing.page == listing.pages ? empty : [])
        pagination = PaginationView(
            site, context, page: listing.page, length: listing.length, total: listing.total
        ) { Paths.registers(page: $0) }
        self.empty =
            items.isEmpty
            ? EmptyView(
                title: site.say("register.nothing", context),
                text: site.say("register.nothing-text", context),
                step: LinkView(label: site.say("register.open-calls", context), url: Paths.home)) : nil
    }
}
