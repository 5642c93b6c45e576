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

    /// - Parameter coming: calls with a register that has no entry yet; they stand after the last of the
    ///   others.
    init(_ site: Site, _ context: SalaContext, _ listing: Listing<OpenRegister>, coming: [CallView]) {
        let language = context.visit.language
        chrome = site.chrome(site.say("register.all-title", context), context)
        turns = coming.flatMap { $0.call.period.ends }
        let filled = listing.entries.map { register in
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
        items = filled + (listing.page == listing.pages ? empty : [])
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
